import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { createApiKey, drain } from "@heddle/core";
import { atEnd } from "@heddle/db/testing";
import { expect, test } from "vitest";
import { startWebProcess } from "../testing/web-process";
import { startWorkerProcess } from "../testing/worker-process";
import { createTenant, createWorld } from "../testing/world";

/** From PyPI; what it sends depends on its version, so it is not installed along with everything else. */
const IS_THERE = spawnSync("schemathesis", ["--version"]).status === 0;
if (!IS_THERE) {
  console.log(
    "The API document is not fuzzed: there is no schemathesis on the PATH (`pip install schemathesis`).",
  );
}
const CHECKS = [
  "not_a_server_error",
  "status_code_conformance",
  "content_type_conformance",
  "response_headers_conformance",
  "response_schema_conformance",
];

test.runIf(IS_THERE)(
  "no request that the document allows, or nearly so, gets an answer outside of it",
  async () => {
    const world = await createWorld();
    const { ctx } = await createTenant(world);
    await startWorkerProcess(world);
    const web = await startWebProcess(world, { API_REQUESTS_PER_MINUTE: "1000000" });
    const { key } = await createApiKey({
      ctx,
      input: { name: "Fuzz", scopes: ["ingest", "read", "admin"] },
      hashingKey: world.services.keys.apiKey,
    });
    const folder = await mkdtemp(path.join(tmpdir(), "heddle-fuzz-"));
    atEnd(() => rm(folder, { recursive: true, force: true }));
    const found = await promisify(execFile)(
      "schemathesis",
      [
        ...["run", `${web.url}/api/openapi.json`, "--header", `Authorization: Bearer ${key}`],
        ...["--checks", CHECKS.join(","), "--phases", "examples,coverage,fuzzing", "--max-examples", "40"],
        ...["--seed", "1", "--suppress-health-check", "all", "--warnings", "off", "--no-color"],
      ],
      // It keeps what it has learnt where it runs.
      { cwd: folder, maxBuffer: 64 * 1024 ** 2 },
    ).catch((error: { stdout: string; stderr: string }) => error);
    expect(`${found.stdout}${found.stderr}`).toMatch(/No issues found/);
    for (;;) {
      const { batches, failed } = await drain({ ctx: world.services });
      expect(failed).toEqual([]);
      if (batches.length === 0) break;
    }
  },
);
