import http from "node:http";
import { configure, dataflow, flush, shutdown } from "@heddle/sdk";

const NODES = 1000;
const WARM_UP = 15;
const ROUNDS = 25;
const LIMIT_PERCENT = 5;

/** Takes whatever comes, at once: the time of a real server is not the SDK's. */
async function startSink(): Promise<http.Server> {
  const answer = JSON.stringify({ accepted: 1, rejected: [], need: { codeVersions: [], blobs: [] } });
  const sink = http.createServer((request, response) => {
    request.resume();
    request.on("end", () => response.writeHead(202).end(answer));
  });
  await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", resolve));
  return sink;
}

/** Computes for a number of turns. */
function work(turns: number): number {
  let sum = 0;
  for (let turn = 0; turn < turns; turn++) sum += Math.sqrt(sum + turn);
  return sum;
}

/** How many turns take 0.1 ms here and now. */
function turnsOfTenthMillisecond(): number {
  const turns = 10_000;
  const times = Array.from({ length: 300 }, () => {
    const begun = performance.now();
    work(turns);
    return performance.now() - begun;
  });
  return Math.round((turns * 0.1) / Math.min(...times));
}

/** A chain of nodes that each work and give a number. */
function chain(turns: number) {
  const nodes: Record<string, (values: never) => unknown> = { n0: () => work(turns) };
  for (let at = 1; at < NODES; at++) {
    // A function's text holds the name that it reads, so each has to be made for itself.
    nodes[`n${at}`] = new Function("work", `return ({ n${at - 1} }) => work(${turns}) + n${at - 1} * 0`)(
      work,
    );
  }
  return dataflow(`overhead_${turns}`, nodes);
}

/**
 * Median CPU time of a run in milliseconds, of all threads, compressing and sending included: other
 * processes do not count. Tracked and untracked rounds take turns, block by block.
 */
async function measure(turns: number, url: string): Promise<{ tracked: number; untracked: number }> {
  const flow = chain(turns);
  const times = { tracked: [] as number[], untracked: [] as number[] };
  for (const kind of ["untracked", "tracked", "untracked", "tracked"] as const) {
    configure({ url: kind === "tracked" ? url : "", apiKey: "hdl_bench" });
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const begun = process.cpuUsage();
      await flow.run({ inputs: {}, outputs: [`n${NODES - 1}`] });
      await flush();
      const { user, system } = process.cpuUsage(begun);
      // The first rounds read the code and start threads; what happens once per process is not per node.
      if (round >= WARM_UP) times[kind].push((user + system) / 1000);
    }
  }
  return { tracked: median(times.tracked), untracked: median(times.untracked) };
}

function median(values: number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[ascending.length >> 1] ?? Number.NaN;
}

/** Prints what recording adds to a run of 1,000 nodes, as a ratio to the same run unrecorded. */
export async function run(): Promise<void> {
  const sink = await startSink();
  const address = sink.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const busy = await measure(turnsOfTenthMillisecond(), url);
  const empty = await measure(0, url);
  await shutdown();
  sink.closeAllConnections();
  sink.close();
  const ratio = busy.tracked / busy.untracked;
  const perNode = ((empty.tracked - empty.untracked) / NODES) * 1000;
  console.log(
    `${NODES} nodes of 0.1 ms: ${busy.untracked.toFixed(1)} ms, recorded ${busy.tracked.toFixed(1)} ms`,
  );
  console.log(
    `${NODES} nodes of 0 ms: ${empty.untracked.toFixed(2)} ms, recorded ${empty.tracked.toFixed(2)} ms`,
  );
  console.log(
    JSON.stringify({
      bench: "sdk/overhead",
      ratio: Number(ratio.toFixed(4)),
      overhead_percent: Number(((ratio - 1) * 100).toFixed(2)),
      limit_percent: LIMIT_PERCENT,
      microseconds_per_node: Number(perNode.toFixed(2)),
      ok: (ratio - 1) * 100 <= LIMIT_PERCENT,
    }),
  );
}
