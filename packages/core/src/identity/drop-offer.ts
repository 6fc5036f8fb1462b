import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { hashSecret } from "../token/secret";

export const dropOfferInput = z.object({ secret: z.string().max(200) });

/** Forgets what somebody has come with, who wants nothing of it. */
export async function dropOffer(args: {
  ctx: InstanceContext;
  input: z.infer<typeof dropOfferInput>;
  hashingKey: Buffer;
}): Promise<void> {
  const { secret } = dropOfferInput.parse(args.input);
  const where = { kind: "identity", hash: hashSecret(args.hashingKey, secret) };
  await withSystem(args.ctx.db, (tx) => tx.userToken.deleteMany({ where }));
}
