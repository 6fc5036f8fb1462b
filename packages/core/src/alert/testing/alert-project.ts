import { createUuidV7, type GitState } from "@heddle/contract";
import { type Database, withSystem } from "@heddle/db";
import { createTestProject, type TestProject } from "@heddle/db/testing";
import type { Context, Role } from "../../context";
import { deriveKey } from "../../secret/derive-key";
import { createChannel } from "../channel/create";
import type { Channel } from "../channel/view";
import { createOutbound } from "../outbound/outbound";
import type { SlackAccess } from "../slack-access";

export const TEST_SECRET = "vq3Zt8xW1pLm6RcY0sHd5KfN2uGj9BaE";

/** Access to receivers on this machine. */
export function slackAccess(allowHosts: string, timeoutMs = 10_000): SlackAccess {
  return {
    outbound: createOutbound({ allowHosts, timeoutMs }),
    encryptionKey: deriveKey(TEST_SECRET, "encryption"),
    publicUrl: "https://heddle.example",
  };
}

interface RunSpec {
  startedAt?: Date;
  number?: number;
  status?: string;
  node?: string | null;
  message?: string;
  codeVersion?: string | null;
  git?: GitState;
  environment?: string;
  skipped?: string[];
}

/** A project of its own with one pipeline, in which tests make channels and runs. */
export interface AlertProject extends TestProject {
  pipelineId: string;
  as: (role: Role, now?: () => Date) => Context;
  addChannel: (url: string, slack: SlackAccess, name?: string) => Promise<Channel>;
  /** A finished run with a failed node, or as the spec has it. Returns its id. */
  addRun: (spec?: RunSpec) => Promise<string>;
}

export async function createAlertProject(db: Database): Promise<AlertProject> {
  const made = await createTestProject(db);
  const { scope } = made;
  const { projectId } = scope;
  const pipelineId = createUuidV7();
  await withSystem(db, (tx) =>
    tx.pipeline.create({ data: { projectId, id: pipelineId, name: "growth_features" } }),
  );
  const as: AlertProject["as"] = (role, now = () => new Date()) => {
    return {
      db,
      scope,
      now,
      actor: { type: "user", userId: createUuidV7(), email: `${role}@example.org`, role },
    };
  };
  return {
    ...made,
    pipelineId,
    as,
    addChannel: (url, slack, name = "#data-oncall") =>
      createChannel({ ctx: as("owner"), input: { name, url }, slack }),
    addRun: async (spec = {}) => {
      const { startedAt = new Date(), status = "failed", node = "join_customers", skipped = [] } = spec;
      const id = createUuidV7(startedAt.getTime());
      const finishedAt = new Date(startedAt.getTime() + 218_000);
      const type = "MergeError";
      const { message = "right keys are not unique" } = spec;
      const failed = status === "failed";
      await withSystem(db, async (tx) => {
        await tx.run.create({
          data: {
            projectId,
            id,
            pipelineId,
            number: spec.number ?? 1,
            status,
            startedAt,
            lastSeenAt: finishedAt,
            finishedAt: status === "running" ? null : finishedAt,
            codeVersion: spec.codeVersion ?? null,
            git: spec.git ? { ...spec.git } : undefined,
            tags: spec.environment ? { environment: spec.environment } : {},
            failure: failed ? { node, type, message: message.slice(0, 1000) } : undefined,
          },
        });
        const base = { projectId, runId: id, task: "", attempt: 0 };
        if (failed && node !== null) {
          const frames = [
            { function: "merge", file: "pandas/merge.py", line: 9, column: null, own: false },
            { function: "join_customers", file: "growth/customers.py", line: 61, column: null, own: true },
          ];
          const error = { type, message, stack: "", frames, causes: [] };
          await tx.nodeRun.create({
            data: { ...base, node, status: "failed", startedAt, error, fingerprint: "f1" },
          });
        }
        await tx.nodeRun.createMany({
          data: skipped.map((name) => ({ ...base, node: name, status: "skipped" })),
        });
      });
      return id;
    },
  };
}
