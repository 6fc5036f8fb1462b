import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";

const MINUTE_MS = 60_000;

/** Remembers when a key was last used, at most once a minute however many processes see it. */
export async function noteApiKeyUse(args: { ctx: InstanceContext; input: { keyId: string } }): Promise<void> {
  const now = args.ctx.now();
  const before = new Date(now.getTime() - MINUTE_MS);
  await withSystem(args.ctx.db, (tx) =>
    tx.apiKey.updateMany({
      where: { id: args.input.keyId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: before } }] },
      data: { lastUsedAt: now },
    }),
  );
}
