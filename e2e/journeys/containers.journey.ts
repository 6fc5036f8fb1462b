import { chmod, mkdtemp, readdir, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { Deployment } from "../containers/deployment";
import { wordsOf } from "../containers/dockerfile";
import { missingPrograms } from "../containers/missing-programs";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";
import { createUserProject } from "../product/user-project";

const ROOT = path.join(import.meta.dirname, "../..");
/** Two installations and a build, on a machine that may be busy with other things. */
const TIMEOUT_MS = 2_400_000;

const PIPELINE = `
import { dataflow } from "@heddle/sdk";

const contained = dataflow("contained", { doubled: ({ n }: { n: number }) => n * 2 });
await contained.run({ inputs: { n: 21 } });
`;

test("docker compose up, and nothing else: sign in, send a run, stop", async ({ page, product }) => {
  test.skip(missingPrograms().length > 0, "A program that the containers have is missing.");
  test.setTimeout(TIMEOUT_MS);
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "heddle-containers-")));
  await chmod(folder, 0o755);
  const deployment = await test.step("docker compose build", () => Deployment.build(ROOT, folder));
  try {
    await test.step("docker compose up", () => deployment.up());
    const here = { ...product, url: `http://localhost:${deployment.network.port("web:8241")}` };
    expect(deployment.services.web?.ports).toEqual(["127.0.0.1:8241:8241"]);
    await test.step("sign in as the log of migrate says", async () => {
      const [, line = ""] = deployment.log("migrate").match(/docker compose exec web (.*)$/m) ?? [];
      const { output } = await deployment.exec("web", wordsOf(line));
      const value = (label: string) => output.match(new RegExp(`^${label}: (.+)$`, "m"))?.[1] ?? "";
      Object.assign(here, { email: value("E-mail"), password: value("Password"), apiKey: value("API key") });
      await signIn(page, here, `${here.url}/home/main/runs`);
    });
    await test.step("a run that is sent appears", async () => {
      const user = await createUserProject(here.url);
      const sent = await user.run(PIPELINE, { HEDDLE_URL: here.url, HEDDLE_API_KEY: here.apiKey });
      await user.remove();
      expect(sent).toMatchObject({ code: 0 });
      // The first run of a project opens by itself, which live messages tell the page.
      await expect(page).toHaveURL(/\/runs\/[\da-f-]{36}/);
      await page.goto(`${here.url}/home/main/runs`);
      await expect(page.getByRole("row").filter({ hasText: "contained" })).toBeVisible();
    });
    await test.step("operators find what they need", async () => {
      for (const name of ["web", "worker"]) {
        const address = `http://127.0.0.1:${deployment.network.port(`${name}:9464`)}`;
        expect(await (await fetch(`${address}/metrics`)).text()).toContain(`process="${name}"`);
      }
      const admin = await deployment.exec("web", ["heddle-admin", "migrate"]);
      expect(admin).toMatchObject({ code: 0, output: expect.stringContaining("up to date") });
    });
    await test.step("Redis forgets no job for want of memory, nor at a restart", async () => {
      const asked = ["redis-cli", "-p", "6379", "config", "get", "maxmemory-policy", "appendonly"];
      const { output } = await deployment.exec("redis", asked);
      expect(output.trim().split("\n").sort()).toEqual([
        "appendonly",
        "maxmemory-policy",
        "noeviction",
        "yes",
      ]);
    });
    await test.step("docker compose up again keeps the secrets", async () => {
      const secrets = () => readSecrets(path.join(folder, "volumes/heddle"));
      const before = await secrets();
      await deployment.up();
      expect(Object.keys(before).sort()).toEqual(["first-sign-in.txt", "heddle-secret", "postgres-password"]);
      expect(await secrets()).toEqual(before);
    });
    const codes = await test.step("docker compose down", () => deployment.down());
    expect(codes).toEqual({ secrets: 0, migrate: 0, redis: 0, web: 0, worker: 0 });
  } finally {
    await deployment.down();
    await rm(folder, { recursive: true, force: true });
  }
});

async function readSecrets(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder)).map(async (name) => [
    name,
    await readFile(path.join(folder, name), "utf8"),
  ]);
  return Object.fromEntries(await Promise.all(files));
}
