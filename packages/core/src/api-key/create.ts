import { apiKeyScopeSchema, createUuidV7, type NewApiKey } from "@heddle/contract";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import { type Actor, authorise } from "../context";
import { type TenantContext, tenantOf, withTenant } from "../tenant";
import { lineOfText } from "../text/line";
import { expiryOf } from "./expiry";
import { hashKey, keyPrefix, makeKey } from "./key";
import { checkLimit } from "./limit";
import { apiKeyView, KEY_COLUMNS } from "./view";

export const createApiKeyInput = z.object({
  name: lineOfText(100),
  scopes: z.array(apiKeyScopeSchema).min(1).max(3),
  expiresAt: z.iso.datetime({ offset: true }).nullable().optional().meta({
    description: "When it ends by itself; null for never, a year from now when left out.",
  }),
});

/**
 * Makes a key of the project, or of the organisation. Whoever may manage it may give any right in it, so a
 * key can give rights that it lacks itself. `key` is readable in this answer only.
 */
export async function createApiKey(args: {
  ctx: TenantContext;
  input: z.infer<typeof createApiKeyInput>;
  hashingKey: Buffer;
}): Promise<NewApiKey> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const { name, scopes, expiresAt: end } = createApiKeyInput.parse(args.input);
  const { actor } = ctx;
  const now = ctx.now();
  const makerEndsAt = actor.type === "apiKey" ? actor.expiresAt : null;
  const expiresAt = expiryOf({ expiresAt: typeof end === "string" ? new Date(end) : end, now, makerEndsAt });
  const key = makeKey();
  const tenant = tenantOf(ctx);
  const row = await withTenant(ctx, async (tx) => {
    await checkLimit(tx, tenant, now);
    const made = await tx.apiKey.create({
      data: {
        id: createUuidV7(now.getTime()),
        ...tenant,
        name,
        prefix: keyPrefix(key),
        hash: new Uint8Array(hashKey(args.hashingKey, key)),
        scopes: [...new Set(scopes)].sort(),
        createdBy: makerOf(actor),
        createdAt: now,
        expiresAt,
      },
      select: KEY_COLUMNS,
    });
    const detail = { prefix: made.prefix, scopes: made.scopes, expiresAt: expiresAt?.toISOString() ?? null };
    await recordAudit(tx, ctx, { action: "key.created", target: name, targetId: made.id, detail });
    return made;
  });
  return { ...apiKeyView(row), key };
}

function makerOf(actor: Actor): string {
  if (actor.type === "user") return actor.email;
  return actor.type === "apiKey" ? `API key ${actor.name}` : actor.job;
}
