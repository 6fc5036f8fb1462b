import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { withSystemClient } from "@heddle/db";
import { copySame } from "./copy-same";
import { fullSpeed } from "./full-speed";
import { halfLoad } from "./half-load";
import { overload } from "./overload";
import { type Product, withProduct } from "./product";
import { makeWorkload } from "./workload";

const ROOT = path.join(import.meta.dirname, "../..");
const CONNECTIONS = 8;
/** Not counted: compilers warm up, which takes some hundred requests, and caches fill. */
const WARM_UP = 20_000;
const FULL_SPEED = 60_000;
const HALF_LOAD_SECONDS = 30;
const OVERLOAD = 240_000;

type Figures = Record<string, number>;

/**
 * Load on web and worker over HTTP, at full speed, at half of that, and far above it; and COPY of the rows that came of
 * it. Once with the jobs in PostgreSQL, once in Redis, whose figures begin with `redis_`.
 */
export async function run(): Promise<void> {
  await promisify(execFile)(process.execPath, ["scripts/build.mjs"], { cwd: ROOT });
  const figures: Figures = {};
  for (const backend of ["postgresql", "redis"] as const) {
    const prefix = backend === "redis" ? "redis_" : "";
    await withProduct(backend, async (product) => {
      for (const [name, value] of Object.entries(await measure(product))) {
        figures[prefix + name] = Number(value.toPrecision(4));
        console.log(`${(prefix + name).padEnd(36)} ${figures[prefix + name]}`);
      }
    });
  }
  console.log(JSON.stringify(figures));
}

async function measure(product: Product): Promise<Figures> {
  await fullSpeed(product, makeWorkload(WARM_UP, CONNECTIONS));
  const workload = makeWorkload(FULL_SPEED, CONNECTIONS);
  takePeaks(product);
  const nodeRunsPerSecond = await fullSpeed(product, workload);
  const steady = takePeaks(product);
  await product.stopServices();
  const copied = (await countNodeRuns(product)) / (await copySame(product.db));
  await product.startServices();
  await fullSpeed(product, makeWorkload(WARM_UP, CONNECTIONS));
  const rate = nodeRunsPerSecond / 2;
  const half = makeWorkload(Math.round(rate * HALF_LOAD_SECONDS), CONNECTIONS);
  const latencies = await halfLoad(product, half, rate);
  takePeaks(product);
  const tooMuch = await overload(product, makeWorkload(OVERLOAD, CONNECTIONS).flat());
  const overloaded = takePeaks(product);
  return {
    node_runs_per_s: nodeRunsPerSecond,
    copy_node_runs_per_s: copied,
    ratio_to_copy: nodeRunsPerSecond / copied,
    ack_p50_ms: latencies.ackP50,
    ack_p99_ms: latencies.ackP99,
    bare_insert_p99_ms: latencies.bareP99,
    ack_p99_ratio: latencies.ackP99 / latencies.bareP99,
    visible_p99_ms: latencies.visibleP99,
    rss_web_mb: steady.web,
    rss_worker_mb: steady.worker,
    overload_rss_web_mb: overloaded.web,
    overload_rss_worker_mb: overloaded.worker,
    overload_accepted: tooMuch.accepted,
    overload_429: tooMuch.refused,
    overload_429_counted: tooMuch.counted,
  };
}

function takePeaks({ memory }: Product) {
  return { web: memory.web.takePeak(), worker: memory.worker.takePeak() };
}

async function countNodeRuns({ db }: Product): Promise<number> {
  return await withSystemClient(db, async (client) => {
    const { rows } = await client.query<{ count: number }>("select count(*)::int as count from node_run");
    return rows[0]?.count ?? 0;
  });
}
