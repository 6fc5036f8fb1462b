import type { PoolClient } from "@heddle/db";
import { DomainError } from "../error/domain-error";

const EXISTS = `
  select exists (select from code_version where project_id = $1 and hash = $2)
    or exists (select from run where project_id = $1 and code_version = $2) as known`;

/** Refuses a version that neither arrived nor is named by a run of the project. */
export async function mustExist(client: PoolClient, projectId: string, path: string, hash: string) {
  const { rows } = await client.query<{ known: boolean }>(EXISTS, [projectId, hash]);
  if (rows[0]?.known) return;
  throw new DomainError("not_found", "There is no such version in this project.", {
    path,
    fix: "Choose one of the versions in the list. Versions that no run refers to are removed after a day.",
  });
}
