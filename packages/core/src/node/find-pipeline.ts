import { nameKey, type PoolClient } from "@heddle/db";
import { DomainError } from "../error/domain-error";

/** The id of a pipeline by its name: the only way from a page's address to its runs. */
export async function findPipeline(client: PoolClient, projectId: string, name: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "select id from pipeline where project_id = $1 and name = $2",
    [projectId, nameKey(name).key],
  );
  const found = rows[0];
  if (found) return found.id;
  throw new DomainError("not_found", "There is no such pipeline in this project.", {
    path: "/pipeline",
    fix: "Choose one in the catalog. A pipeline appears with its first run.",
  });
}

/** The answer about a node that none of the pipeline's versions defines and none of its newest runs ran. */
export function noSuchNode(): DomainError {
  return new DomainError("not_found", "There is no such node in this pipeline.", {
    path: "/node",
    fix: "Choose one in the catalog. A node appears with the first run of a version that has it.",
  });
}
