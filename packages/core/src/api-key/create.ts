import { createUuidV7 } from "@heddle/contract";
import { withScope } from "@heddle/db";
import { z } from "zod";
import { authorise, type Context } from "../context";
import { hashKey, keyPrefix, makeKey } from "./key";
import { type ApiKeyView, apiKeyView } from "./view";

export const createApiKeyInput = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z
    .array(z.enum(["ingest", "read"]))
    .min(1)
    .max(2),
});

/** Makes an API key. `key` is readable in this answer only; the database holds a keyed hash. */
export async function createApiKey(args: {
  ctx: Context;
  input: z.infer<typeof createApiKeyInput>;
  hashingKey: Buffer;
}): Promise<ApiKeyView & { key: string }> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const { name, scopes } = createApiKeyInput.parse(args.input);
  const key = makeKey();
  const now = ctx.now();
  const row = await withScope(ctx.db, ctx.scope, (tx) =>
    tx.apiKey.create({
      data: {
        id: createUuidV7(now.getTime()),
        ...ctx.scope,
        name,
        prefix: keyPrefix(key),
        hash: new Uint8Array(hashKey(args.hashingKey, key)),
        scopes: [...new Set(scopes)].sort(),
        createdAt: now,
      },
    }),
  );
  return { ...apiKeyView(row), key };
}
