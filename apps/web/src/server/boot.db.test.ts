import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { migrate } from "@heddle/db/migrate";
import { atEnd, createRawDatabase, createTestDatabase, withAdmin } from "@heddle/db/testing";
import { expect, test, vi } from "vitest";

const APPS = fileURLToPath(new URL("../../..", import.meta.url));
const BOTH = ["web/server.ts", "worker/src/main.ts"] as const;
type App = (typeof BOTH)[number];

/** Starts a process with nothing but these variables. */
function launch(app: App, env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const [folder = "", ...file] = app.split("/");
  const child = spawn(process.execPath, ["--import", "tsx", file.join("/")], {
    cwd: `${APPS}/${folder}`,
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  atEnd(() => void child.kill("SIGKILL"));
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => output.push(String(data)));
  return { child, output: () => output.join("") };
}

/** Starts a process and waits until it has given up. */
async function start(app: App, env: Record<string, string>) {
  const { child, output } = launch(app, env);
  const [code] = await once(child, "close");
  return { code, lines: output().trim().split("\n") };
}

/** What the log says, without what is around it. */
const messages = (output: string) => output.match(/(?<="msg":)".*?(?<!\\)"(?=})/g) ?? [];

const DATABASE_URL = "postgresql://nobody@127.0.0.1:1/none";

test.each(BOTH)("%s does not start with a weak secret", async (app) => {
  const { code, lines } = await start(app, { DATABASE_URL, HEDDLE_SECRET: "hunter2".repeat(6) });
  expect(code).toBe(1);
  expect(lines).toEqual([
    "HEDDLE_SECRET is too weak: it has only 7 different characters; make one with `openssl rand -base64 32`.",
  ]);
});

test.each([
  ["web/server.ts", ["DATABASE_URL", "HEDDLE_SECRET", "PUBLIC_URL", "GOOGLE_CLIENT_SECRET"]],
  ["worker/src/main.ts", ["DATABASE_URL", "HEDDLE_SECRET", "PUBLIC_URL"]],
] as const)("%s says in one sentence each what is missing or wrong", async (app, names) => {
  const { code, lines } = await start(app, { PUBLIC_URL: "example.org", GOOGLE_CLIENT_ID: "id" });
  expect(code).toBe(1);
  expect(lines.map((line) => line.split(" ")[0])).toEqual(names);
  for (const line of lines) expect(line).toMatch(/^[A-Z_]+ (must|is) .+\.$/);
});

const HEDDLE_SECRET = randomBytes(32).toString("base64");
const WAIT = { timeout: 60_000, interval: 100 };

async function openPort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { port: String(address.port), close: () => server.close() };
}

test.each(BOTH)("%s says that its database is out of reach, without the password, and waits", async (app) => {
  const { child, output } = launch(app, {
    DATABASE_URL: "postgresql://nobody:hunter22@127.0.0.1:1/none",
    HEDDLE_SECRET,
  });
  await vi.waitFor(() => expect(messages(output())).toHaveLength(1), WAIT);
  expect(messages(output())[0]).toMatch(
    /^"The database at 127.0.0.1:1\/none cannot be reached: .*ECONNREFUSED.* DATABASE_URL is right. Waiting for it."$/,
  );
  expect(output()).not.toContain("hunter22");
  expect(child.exitCode).toBeNull();
});

test.each(BOTH)("%s waits for the migrations that it needs, and names the first", async (app) => {
  const url = await createRawDatabase("TEMPLATE template0 ENCODING 'UTF8'");
  const { port, close } = await openPort();
  close();
  const { output } = launch(app, { DATABASE_URL: url, HEDDLE_SECRET, PORT: port });
  await vi.waitFor(() => expect(messages(output())).toHaveLength(1), WAIT);
  expect(messages(output())[0]).toMatch(
    /lacks the migration 20261123100000_start and \d+ after it. Run heddle-admin migrate/,
  );
  await migrate({ url });
  await vi.waitFor(() => expect(output()).toContain("is ready"), WAIT);
});

test.each(BOTH)("%s serves a database that the next version has migrated already", async (app) => {
  const { url } = await createTestDatabase();
  await withAdmin(url, (client) =>
    client.query(`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
      VALUES ('next', '', now(), '29990101000000_next', 1)`),
  );
  const { port, close } = await openPort();
  close();
  const { output } = launch(app, { DATABASE_URL: url, HEDDLE_SECRET, PORT: port });
  await vi.waitFor(() => expect(output()).toContain("is ready"), WAIT);
  expect(output()).not.toContain("29990101000000_next");
  expect(output()).not.toContain("Waiting");
});

test.each([
  ["web/server.ts", "PORT"],
  ["web/server.ts", "METRICS_PORT"],
  ["worker/src/main.ts", "METRICS_PORT"],
] as const)("%s ends with a sentence when its %s is in use", async (app, variable) => {
  const { url } = await createTestDatabase();
  const taken = await openPort();
  const free = await openPort();
  free.close();
  const { code, lines } = await start(app, {
    DATABASE_URL: url,
    HEDDLE_SECRET,
    PORT: free.port,
    [variable]: taken.port,
  });
  taken.close();
  expect(code).toBe(1);
  expect(messages(lines.join("\n")).at(-1)).toMatch(
    new RegExp(`^"(web|worker) cannot go on: [^:]*\\b${variable}=${taken.port} (is in use )?on 127.0.0.1`),
  );
});
