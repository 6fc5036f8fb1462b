import { withScope } from "@heddle/db";
import { z } from "zod";
import { authorise, type Context } from "../context";
import { DomainError } from "../error/domain-error";
import { type ApiKeyView, apiKeyView } from "./view";

export const revokeApiKeyInput = z.object({ id: z.uuid() });

/** Ends a key for good; requests with it are refused within seconds. Revoking again changes nothing. */
export async function revokeApiKey(args: {
  ctx: Context;
  input: z.infer<typeof revokeApiKeyInput>;
}): Promise<ApiKeyView> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const where = { id: revokeApiKeyInput.parse(args.input).id, projectId: ctx.scope.projectId };
  const row = await withScope(ctx.db, ctx.scope, async (tx) => {
    await tx.apiKey.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: ctx.now() } });
    return tx.apiKey.findFirst({ where });
  });
  if (!row) {
    throw new DomainError("not_found", "There is no such API key in this project.", {
      path: "/id",
      fix: "Look at the list of keys.",
    });
  }
  return apiKeyView(row);
}
