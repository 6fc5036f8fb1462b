import type { PoolClient } from "@heddle/db";

/** What runs refer to and retention removes once nothing does. */
const KEYS = {
  code_version: "hash",
  code_blob: "sha256",
  environment_snapshot: "hash",
  name_text: "key",
} as const;

/** A use is noted again only after this time, so that what is always in use costs one write an hour. */
export const NOTED_EVERY = "interval '1 hour'";

/**
 * Says that a batch names these rows. Where retention is about to remove one, this waits for the outcome: the
 * row is either kept from now on or gone when it returns.
 */
export async function noteUse(
  client: PoolClient,
  projectId: string,
  table: keyof typeof KEYS,
  keys: string[],
): Promise<void> {
  if (keys.length === 0) return;
  const key = KEYS[table];
  await client.query(
    `with due as (
       select ${key} from ${table}
       where project_id = $1 and ${key} = any($2::text[]) and used_at < now() - ${NOTED_EVERY}
       order by ${key} for no key update
     )
     update ${table} t set used_at = now() from due where t.project_id = $1 and t.${key} = due.${key}`,
    [projectId, keys],
  );
}
