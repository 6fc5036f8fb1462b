import type { PoolClient } from "@heddle/db";

/** Keys up to this length are the names themselves. */
const LONGEST_NAME = 500;

/** Turns keys of names back to the names: most keys are, the few long ones are looked up. */
export async function fullNames(
  client: PoolClient,
  projectId: string,
  keys: Iterable<string | null>,
): Promise<(key: string) => string> {
  const long = new Set<string>();
  for (const key of keys) if (key !== null && Buffer.byteLength(key) > LONGEST_NAME) long.add(key);
  if (long.size === 0) return (key) => key;
  const { rows } = await client.query<{ key: string; text: string }>(
    "select key, text from name_text where project_id = $1 and key = any($2::text[])",
    [projectId, [...long]],
  );
  const texts = new Map(rows.map((row) => [row.key, row.text]));
  return (key) => texts.get(key) ?? key;
}
