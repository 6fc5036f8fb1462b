import type { ApiKey } from "@heddle/contract";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise } from "../context";
import { DomainError } from "../error/domain-error";
import { type TenantContext, tenantOf, withTenant } from "../tenant";
import { apiKeyView, KEY_COLUMNS } from "./view";

export const revokeApiKeyInput = z.object({ id: z.uuid() });

/** Ends a key for good; requests with it are refused within seconds. Revoking again changes nothing. */
export async function revokeApiKey(args: {
  ctx: TenantContext;
  input: z.infer<typeof revokeApiKeyInput>;
}): Promise<ApiKey> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const { id } = revokeApiKeyInput.parse(args.input);
  const where = { id, ...tenantOf(ctx) };
  const row = await withTenant(ctx, async (tx) => {
    const [ended] = await tx.apiKey.updateManyAndReturn({
      where: { ...where, revokedAt: null },
      data: { revokedAt: ctx.now() },
      select: KEY_COLUMNS,
    });
    if (!ended) return tx.apiKey.findFirst({ where, select: KEY_COLUMNS });
    const { name, prefix } = ended;
    await recordAudit(tx, ctx, { action: "key.revoked", target: name, targetId: id, detail: { prefix } });
    return ended;
  });
  if (row) return apiKeyView(row);
  throw new DomainError("not_found", "There is no such API key here.", {
    path: "/id",
    fix: "Look at the list of keys. A key of another project or of the organisation is found there.",
  });
}
