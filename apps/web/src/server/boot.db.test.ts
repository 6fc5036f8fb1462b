import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const APPS = fileURLToPath(new URL("../../..", import.meta.url));

/** Starts a process with nothing but these variables, and waits until it has given up. */
async function start(app: "web/server.ts" | "worker/src/main.ts", env: Record<string, string>) {
  const [folder = "", ...file] = app.split("/");
  const child = spawn(process.execPath, ["--import", "tsx", file.join("/")], {
    cwd: `${APPS}/${folder}`,
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => output.push(String(data)));
  const [code] = await once(child, "close");
  return { code, lines: output.join("").trim().split("\n") };
}

const DATABASE_URL = "postgresql://nobody@127.0.0.1:1/none";

test.each(["web/server.ts", "worker/src/main.ts"] as const)(
  "%s does not start with a weak secret",
  async (app) => {
    const { code, lines } = await start(app, { DATABASE_URL, HEDDLE_SECRET: "hunter2".repeat(6) });
    expect(code).toBe(1);
    expect(lines).toEqual([
      "HEDDLE_SECRET is too weak: it has only 7 different characters; make one with `openssl rand -base64 32`.",
    ]);
  },
);

test.each([
  ["web/server.ts", ["DATABASE_URL", "HEDDLE_SECRET", "PUBLIC_URL", "GOOGLE_CLIENT_SECRET"]],
  ["worker/src/main.ts", ["DATABASE_URL", "HEDDLE_SECRET", "PUBLIC_URL"]],
] as const)("%s says in one sentence each what is missing or wrong", async (app, names) => {
  const { code, lines } = await start(app, { PUBLIC_URL: "example.org", GOOGLE_CLIENT_ID: "id" });
  expect(code).toBe(1);
  expect(lines.map((line) => line.split(" ")[0])).toEqual(names);
  for (const line of lines) expect(line).toMatch(/^[A-Z_]+ (must|is) .+\.$/);
});
