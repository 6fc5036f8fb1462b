import { type Tx, withScope, withSystem } from "@heddle/db";
import { authorise, type Context } from "../../context";
import type { UpkeepContext } from "../../instance/operator";

/** Whose quarantine: of one project, for those who manage it, or of all, for whoever runs the instance. */
export type QuarantineContext = Context | UpkeepContext;

/** First line of every verb about the quarantine. The project whose batches may be touched; null for all. */
export function reachOf(ctx: QuarantineContext): string | null {
  if (!("scope" in ctx)) return null;
  authorise(ctx, "manage");
  return ctx.scope.projectId;
}

/** Runs `work` in a transaction that sees as much as the caller may. */
export function withReach<T>(ctx: QuarantineContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  return "scope" in ctx ? withScope(ctx.db, ctx.scope, work) : withSystem(ctx.db, work);
}
