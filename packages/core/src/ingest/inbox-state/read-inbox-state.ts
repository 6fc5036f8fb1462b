import { withSystemClient } from "@heddle/db";
import type { InstanceContext } from "../../context";
import { type InboxQueue, type ProjectRow, readOutbox, readProjects, readTotals } from "./queries";

export interface ProjectInbox {
  id: string;
  org: string;
  project: string;
  /** Batches that wait to be stored; those that failed before are counted apart. */
  waiting: InboxQueue;
  suspects: number;
  quarantined: number;
}

/** What waits between the API's answer and the tables, and what is stuck there. */
export interface InboxState {
  waiting: InboxQueue;
  /** Batches that failed on their own and are tried again. */
  suspects: number;
  /** Batches that were put aside and wait for somebody to look at them. */
  quarantined: number;
  /** Signals that must follow a commit and are not passed on yet. */
  outbox: { rows: number; oldestSeconds: number | null };
  /** The projects with the most batches, whatever their state; at most as many as were asked for. */
  projects: ProjectInbox[];
}

interface Args {
  ctx: InstanceContext;
  input: { projects: number };
}

/** How full inbox, quarantine and outbox are. A million waiting batches cost part of a second, not minutes. */
export async function readInboxState({ ctx, input }: Args): Promise<InboxState> {
  const now = ctx.now();
  return await withSystemClient(ctx.db, async (client) => {
    const totals = await readTotals(client, now);
    const outbox = await readOutbox(client, now);
    const projects = input.projects > 0 ? await readProjects(client, now, input.projects) : [];
    return { ...totals, outbox, projects: projects.map(projectInbox) };
  });
}

function projectInbox({ id, org, project, suspects, quarantined, ...waiting }: ProjectRow): ProjectInbox {
  return { id, org, project, waiting, suspects, quarantined };
}
