/**
 * What the heartbeat thread runs. Plain JavaScript in a text, because it has to survive bundlers, that
 * would not find a file of its own. It is a writer by itself, so its numbers never meet those of the sender;
 * a beat that gets lost is not repeated, the next one comes soon enough.
 */
export const HEARTBEAT_SOURCE = `
const { parentPort, workerData } = require("node:worker_threads");
const client = require(workerData.url.startsWith("https:") ? "node:https" : "node:http");
const runs = new Set();
let batch = 0;
let seq = 0;
function beat() {
  if (runs.size === 0) return;
  const at = new Date().toISOString();
  const events = [...runs].slice(0, 1000).map((runId) => ({ seq: seq++, runId, type: "run.heartbeat", at }));
  const body = JSON.stringify({ writer: workerData.writer, batch: batch++, sentAt: at, sdk: workerData.sdk, events });
  const headers = { ...workerData.headers, "content-length": Buffer.byteLength(body) };
  const request = client.request(workerData.url, { method: "POST", headers, timeout: 10000 });
  request.on("timeout", () => request.destroy());
  request.on("error", () => {});
  request.on("response", (response) => response.resume());
  request.end(body);
}
parentPort.on("message", ({ open, close }) => {
  if (open) runs.add(open);
  if (close) runs.delete(close);
});
setInterval(beat, workerData.everyMs);
`;
