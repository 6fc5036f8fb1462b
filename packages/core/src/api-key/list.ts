import { withScope } from "@heddle/db";
import { authorise, type Context } from "../context";
import { type ApiKeyView, apiKeyView } from "./view";

/** The project's keys, newest first, revoked ones too. */
export async function listApiKeys(args: { ctx: Context }): Promise<ApiKeyView[]> {
  const { ctx } = args;
  authorise(ctx, "read");
  const rows = await withScope(ctx.db, ctx.scope, (tx) =>
    tx.apiKey.findMany({ where: { projectId: ctx.scope.projectId }, orderBy: { id: "desc" } }),
  );
  return rows.map(apiKeyView);
}
