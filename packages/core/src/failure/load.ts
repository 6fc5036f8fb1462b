import type { PoolClient } from "@heddle/db";
import type { Context } from "../context";
import { noSuchFailure } from "./missing";
import { readFailures } from "./read";
import type { FailureSummary } from "./view";

/** One failure of the project; anything else is not found. */
export async function loadFailureView(
  client: PoolClient,
  ctx: Context,
  failureId: string,
): Promise<FailureSummary> {
  const picked = {
    projectId: ctx.scope.projectId,
    condition: "f.id = $3::uuid",
    values: [failureId],
    limit: 1,
  };
  const [failure] = await readFailures(client, picked, ctx.now());
  if (!failure) throw noSuchFailure();
  return failure;
}
