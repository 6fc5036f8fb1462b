import { withScope } from "@heddle/db";
import { authorise, type Context } from "../../context";
import { type InboxQueue, PROJECT_INBOX } from "./queries";

export interface ProjectInboxState {
  /** Batches that wait to be stored; those that failed before are counted apart. */
  waiting: InboxQueue;
  suspects: number;
  quarantined: number;
}

type Row = InboxQueue & Omit<ProjectInboxState, "waiting">;

/** What of a project waits between the API's answer and the tables, for those who manage it. */
export async function readProjectInbox({ ctx }: { ctx: Context }): Promise<ProjectInboxState> {
  authorise(ctx, "manage");
  const [row] = await withScope(ctx.db, ctx.scope, (tx) =>
    tx.$queryRawUnsafe<Row[]>(PROJECT_INBOX, ctx.now(), ctx.scope.projectId),
  );
  const { suspects = 0, quarantined = 0, batches = 0, bytes = 0, oldestSeconds = null } = row ?? {};
  return { waiting: { batches, bytes, oldestSeconds }, suspects, quarantined };
}
