import path from "node:path";
import { describe, expect, it } from "vitest";
import { RecordingServer } from "../testing/recording-server";
import { compiled, runScript } from "../testing/run-script";
import { temporaryFolder } from "../testing/temporary-folder";

const RUN = "01a20801-0f40-7f85-8efb-84659d3432de";

/** A process that computes without a pause: nothing of its own event loop turns until it is done. */
const script = (module: string, url: string) => `
import { Heartbeat } from ${JSON.stringify(module)};
const headers = { authorization: "Bearer hdl_test", "content-type": "application/json", "content-encoding": "gzip" };
const heartbeat = new Heartbeat(new URL(${JSON.stringify(url)}), headers, { name: "test", version: "1" }, 50);
heartbeat.open(${JSON.stringify(RUN)});
const block = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };
block(1500);
heartbeat.close(${JSON.stringify(RUN)});
console.log("closed");
`;

describe("Heartbeat", () => {
  it("beats while a node blocks the process, and lets the process end", { timeout: 60_000 }, async () => {
    const server = await RecordingServer.start();
    const folder = await temporaryFolder({
      "block.mjs": script(await compiled("delivery/heartbeat.ts"), server.url),
    });
    const { code, stdout, stderr } = await runScript(path.join(folder, "block.mjs"));
    await server.close();
    expect([code, stdout, stderr]).toEqual([0, "closed\n", ""]);
    expect(server.problems).toEqual([]);
    expect(server.of("run.heartbeat").length).toBeGreaterThan(3);
    expect(server.events.map((event) => event.seq)).toEqual(server.events.map((_, seq) => seq));
    expect(new Set(server.events.map((event) => event.runId))).toEqual(new Set([RUN]));
  });
});
