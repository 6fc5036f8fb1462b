import { withScope } from "@heddle/db";
import { z } from "zod";
import { authorise, type Context } from "../../context";

const isCodeKnownInput = z.object({ runId: z.uuid() });

/** How long after a version is first heard of its sources may still be on their way. */
const ARRIVES_WITHIN_MS = 60_000;

/**
 * Whether a message about a run can name the nodes whose code changed: its version has its hashes, or is so old
 * that its sources are not to be expected any more.
 */
export async function isCodeKnown(args: {
  ctx: Context;
  input: z.infer<typeof isCodeKnownInput>;
}): Promise<boolean> {
  const { ctx } = args;
  authorise(ctx, "read");
  const { runId } = isCodeKnownInput.parse(args.input);
  const { projectId } = ctx.scope;
  return withScope(ctx.db, ctx.scope, async (tx) => {
    const run = await tx.run.findUnique({
      where: { projectId_id: { projectId, id: runId } },
      select: { codeVersion: true },
    });
    if (!run?.codeVersion) return true;
    const version = await tx.codeVersion.findUnique({
      where: { projectId_hash: { projectId, hash: run.codeVersion } },
      select: { hashedAt: true, createdAt: true },
    });
    if (!version) return false;
    return version.hashedAt !== null || ctx.now().getTime() - version.createdAt.getTime() > ARRIVES_WITHIN_MS;
  });
}
