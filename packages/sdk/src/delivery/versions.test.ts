import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { RecordingServer } from "../testing/recording-server";
import { Transport } from "./transport";
import { Versions } from "./versions";

it("sends a file as often as it is put off, and waits in between", async () => {
  const server = await RecordingServer.start();
  server.busyForFiles = 20;
  const versions = new Versions();
  const text = "export const answer = 42;\n";
  const sha256 = createHash("sha256").update(text).digest("hex");
  const manifest = { pipeline: "daily", nodes: [], files: [], config: {} };
  versions.remember({ hash: "0".repeat(64), manifest, git: null, files: new Map([[sha256, text]]) });
  const transport = new Transport(new URL(server.url));
  await versions.upload([sha256], transport, { authorization: "Bearer hdl_test" });
  expect(server.blobs.get(sha256)).toBe(text);
  expect(server.busyForFiles).toBe(0);
  transport.abort();
  await server.close();
});
