import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { RecordingServer } from "../testing/recording-server";
import { Transport } from "./transport";
import { Versions } from "./versions";

const text = "export const answer = 42;\n";
const sha256 = createHash("sha256").update(text).digest("hex");

let server: RecordingServer;
let transport: Transport;
beforeEach(async () => {
  server = await RecordingServer.start();
  transport = new Transport(new URL(server.url));
});
afterEach(async () => {
  transport.abort();
  await server.close();
});

async function upload(): Promise<void> {
  const versions = new Versions();
  const manifest = { pipeline: "daily", nodes: [], files: [], config: {} };
  versions.remember({ hash: "0".repeat(64), manifest, git: null, files: new Map([[sha256, text]]) });
  await versions.upload([sha256], transport, { authorization: "Bearer hdl_test" });
}

it("sends a file as often as it is put off, and waits in between", async () => {
  server.busyForFiles = 20;
  await upload();
  expect(server.blobs.get(sha256)).toBe(text);
  expect(server.busyForFiles).toBe(0);
});

it("gives up on a server that puts a file off for ever", async () => {
  server.busyForFiles = 1000;
  await upload();
  expect(server.blobs.has(sha256)).toBe(false);
  expect(server.busyForFiles).toBe(900);
});
