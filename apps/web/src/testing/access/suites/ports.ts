import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { portsOf } from "../listening";
import type { Stage } from "../stage";

const WORKER = fileURLToPath(new URL("../../../../../worker/src/main.ts", import.meta.url));

/** There is one door: the port of the web process. */
export function walkPorts(stage: () => Stage): void {
  describe.runIf(process.platform === "linux")("ports", () => {
    test("the web process listens on its own and no other", async () => {
      const { url, pid } = stage().web;
      expect(await portsOf(pid)).toEqual([Number(new URL(url).port)]);
    });

    test("the worker listens on none", async () => {
      const { databaseUrl, secret } = stage().world;
      const variables = { DATABASE_URL: databaseUrl, HEDDLE_SECRET: secret };
      const worker = spawn(process.execPath, ["--import", "tsx", WORKER], {
        env: { ...process.env, ...variables },
        stdio: ["ignore", "pipe", "inherit"],
      });
      try {
        for await (const line of worker.stdout) if (String(line).includes("worker is ready")) break;
        expect(await portsOf(worker.pid ?? 0)).toEqual([]);
      } finally {
        worker.kill("SIGKILL");
        if (worker.exitCode === null && worker.signalCode === null) await once(worker, "exit");
      }
    });
  });
}
