import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { createUuidV7, type TelemetryEvent } from "@heddle/contract";
import { createUserProject } from "../product/user-project";
import type { Scaled } from "./start-scaled";

export const NODES = 4;

/** Many short runs, one after the other, until a file appears. Says how many there were. */
const MANY_RUNS = (pipeline: string, until: string) => `
import { existsSync } from "node:fs";
import { flush, trackRun } from "@heddle/sdk";
let runs = 0;
while (!existsSync(${JSON.stringify(until)})) {
  runs++;
  await trackRun(${JSON.stringify(pipeline)}, async (run) => {
    for (let step = 0; step < ${NODES}; step++) await run.node("step_" + step, {}, async () => [step, runs]);
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
}
// A process that ends waits for two seconds only, which a machine that is busy with tests may need.
await flush(60_000);
console.log(runs);
`;

export interface Load {
  /** Ends it, and gives how many runs there were. Throws when anything was said on stderr. */
  stop(): Promise<number>;
}

/** A pipeline with the real SDK, in a process of its own. */
export async function startPipeline(scaled: Scaled, pipeline: string): Promise<Load> {
  const user = await createUserProject(scaled.url);
  const until = path.join(user.folder, "stop");
  const running = user.run(MANY_RUNS(pipeline, until), {
    HEDDLE_URL: scaled.url,
    HEDDLE_API_KEY: scaled.apiKey,
  });
  return {
    async stop() {
      await writeFile(until, "");
      const { code, stdout, stderr } = await running;
      await user.remove();
      if (code !== 0 || stderr !== "") throw new Error(`The pipeline ended with ${code}: ${stderr}`);
      return Number(stdout);
    },
  };
}

/** One whole run as the only batch of its writer. */
function batchOfRun(pipeline: string) {
  const runId = createUuidV7();
  const now = new Date().toISOString();
  const times = { startedAt: now, finishedAt: now };
  const nodes = Array.from({ length: NODES }, (_, step) => ({
    type: "node.finished" as const,
    runId,
    node: `step_${step}`,
    task: "",
    attempt: 0,
    status: "succeeded" as const,
    ...times,
  }));
  const events = [
    { type: "run.started" as const, runId, pipeline, startedAt: now },
    ...nodes,
    { type: "run.finished" as const, runId, status: "succeeded" as const, finishedAt: now },
  ].map((event, seq) => ({ ...event, seq })) satisfies TelemetryEvent[];
  const sdk = { name: "journey", version: "0" };
  return { runId, batch: { writer: randomUUID(), batch: 0, sentAt: now, sdk, events } };
}

/** Sends one run to this address, once, and gives its id. Throws unless it is accepted. */
export async function sendRun(url: string, apiKey: string, pipeline: string): Promise<string> {
  const { runId, batch } = batchOfRun(pipeline);
  const answer = await fetch(`${url}/api/v1/telemetry`, {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    body: JSON.stringify(batch),
  });
  const text = await answer.text();
  if (answer.status !== 202) throw new Error(`${answer.status}: ${text}`);
  return runId;
}

/** So many senders, each of which sends one run after the other and tries none again. */
export function startSenders(
  scaled: Scaled,
  pipeline: string,
  senders: number,
): Load & { count: () => number } {
  let stopped = false;
  let sent = 0;
  const send = async () => {
    while (!stopped) {
      await sendRun(scaled.url, scaled.apiKey, pipeline);
      sent++;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const working = Promise.all(Array.from({ length: senders }, send));
  working.catch(() => undefined);
  return {
    count: () => sent,
    async stop() {
      stopped = true;
      await working;
      return sent;
    },
  };
}
