import { createUuidV7 } from "@heddle/contract";
import { type Database, withSystem } from "@heddle/db";
import { drainAll } from "../../ingest/testing/drain-all";
import { type SampleRun, sampleRun } from "../../ingest/testing/sample-run";
import { type StoredProject, storedProject } from "../../run/testing/stored-project";

export interface RetainedProject extends StoredProject {
  projectId: string;
  /** Stores a whole run of that many nodes that began at a time. */
  addRun: (at: Date, nodes?: number) => Promise<SampleRun>;
  runIds: () => Promise<string[]>;
  keepDays: (retentionDays: number | null) => Promise<void>;
}

/** A project whose runs expire after 30 days. */
export async function retainedProject(db: Database, now = new Date()): Promise<RetainedProject> {
  const project = await storedProject(db, now);
  const { projectId } = project.ctx.scope;
  const keepDays = async (retentionDays: number | null) => {
    await withSystem(db, (tx) => tx.project.update({ where: { id: projectId }, data: { retentionDays } }));
  };
  await keepDays(30);
  return {
    ...project,
    projectId,
    keepDays,
    async addRun(at, nodes = 4) {
      const run = sampleRun(nodes, createUuidV7(at.getTime()));
      await project.leaveInInbox(run.events, at);
      await drainAll(db);
      return run;
    },
    async runIds() {
      const runs = await withSystem(db, (tx) =>
        tx.run.findMany({ where: { projectId }, select: { id: true }, orderBy: { id: "asc" } }),
      );
      return runs.map(({ id }) => id);
    },
  };
}
