import { withSystemClient } from "@heddle/db";
import type { InstanceContext } from "../context";

/** Young versions that have all their sources but no hashes: their `hash-version` job was lost. */
export async function findUnhashed({
  ctx,
}: {
  ctx: Pick<InstanceContext, "db">;
}): Promise<{ projectId: string; codeVersion: string }[]> {
  return await withSystemClient(ctx.db, async (client) => {
    const { rows } = await client.query<{ projectId: string; codeVersion: string }>(`
      select project_id as "projectId", hash as "codeVersion" from code_version v
      where hashed_at is null and created_at > now() - interval '1 day' and not exists (
        select from jsonb_array_elements(v.files) file where not exists (
          select from code_blob b where b.project_id = v.project_id and b.sha256 = file ->> 'sha256'))
      limit 100`);
    return rows;
  });
}
