import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const EXAMPLE = path.join(import.meta.dirname, "../../deploy/nginx.conf");
const NAMES = ["nginx", "/usr/sbin/nginx"];
const TEMPORARY = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

export interface NginxProxy {
  url: string;
  /** What nginx wrote of errors; a process that refuses connections is told there, too. */
  errors(): Promise<string>;
  stop(): Promise<void>;
}

/** Where nginx is; null, loudly, where there is none. That is an error where `CI` is set. */
export function findNginx(): string | null {
  const found = NAMES.find((name) => spawnSync(name, ["-v"]).status === 0);
  if (found) return found;
  const message = "There is no nginx: the journey of several processes behind a proxy does not run.";
  if (process.env.CI) throw new Error(`${message} Install Debian's package nginx.`);
  console.warn(`\n${"!".repeat(80)}\n${message}\n${"!".repeat(80)}\n`);
  return null;
}

/** The example that the documentation shows, with other addresses in it. */
async function example(port: number, upstreams: string[]): Promise<string> {
  const text = await readFile(EXAMPLE, "utf8");
  const servers = /(?: {4}server 127\.0\.0\.1:\d+( max_fails=0);\n)+/;
  const listen = "    listen 80;";
  if (!servers.test(text) || !text.includes(listen))
    throw new Error("deploy/nginx.conf looks different now.");
  const lines = upstreams.map((url) => `    server ${new URL(url).host}$1;\n`).join("");
  return text.replace(servers, lines).replace(listen, `    listen 127.0.0.1:${port};`);
}

/** Runs Debian's nginx with our example in front of these addresses, in the foreground, in a folder of its own. */
export async function startNginx(program: string, port: number, upstreams: string[]): Promise<NginxProxy> {
  const folder = await mkdtemp(path.join(tmpdir(), "heddle-nginx-"));
  for (const name of TEMPORARY) await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, "heddle.conf"), await example(port, upstreams));
  const main = [
    "daemon off;",
    `pid ${folder}/nginx.pid;`,
    `error_log ${folder}/error.log;`,
    process.getuid?.() === 0 ? "user root;" : "",
    "events {}",
    "http {",
    "access_log off;",
    ...TEMPORARY.map((name) => `${name}_temp_path ${folder}/${name};`),
    "include heddle.conf;",
    "}",
  ];
  await writeFile(path.join(folder, "nginx.conf"), main.join("\n"));
  const args = ["-p", folder, "-c", "nginx.conf", "-e", `${folder}/error.log`];
  const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"] });
  const url = `http://127.0.0.1:${port}`;
  await listening(url, () => child.exitCode);
  return {
    url,
    errors: () => readFile(path.join(folder, "error.log"), "utf8"),
    stop: async () => {
      if (child.exitCode === null && child.kill("SIGTERM")) await once(child, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listening(url: string, exitCode: () => number | null): Promise<void> {
  while (exitCode() === null) {
    const answer = await fetch(url).catch(() => null);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx ended with ${exitCode()}.`);
}
