import { isLongKey, type PoolClient, type Tx } from "@heddle/db";

interface NameText {
  key: string;
  text: string;
}

/** Turns keys of names back to the names: most keys are, the few long ones are looked up. */
export async function fullNames(
  client: PoolClient,
  projectId: string,
  keys: Iterable<string | null>,
): Promise<(key: string) => string> {
  return await resolve(keys, async (long) => {
    const { rows } = await client.query<NameText>(
      "select key, text from name_text where project_id = $1 and key = any($2::text[])",
      [projectId, long],
    );
    return rows;
  });
}

/** The same inside a transaction of Prisma. */
export async function fullNamesIn(
  tx: Tx,
  projectId: string,
  keys: Iterable<string | null>,
): Promise<(key: string) => string> {
  return await resolve(keys, (long) => tx.nameText.findMany({ where: { projectId, key: { in: long } } }));
}

async function resolve(keys: Iterable<string | null>, read: (long: string[]) => Promise<NameText[]>) {
  const long = new Set([...keys].filter((key) => key !== null && isLongKey(key)));
  const rows = long.size === 0 ? [] : await read([...long].filter((key) => key !== null));
  const texts = new Map(rows.map((row) => [row.key, row.text]));
  return (key: string) => texts.get(key) ?? key;
}
