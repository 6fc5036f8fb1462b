import path from "node:path";
import { readEnvironment } from "@heddle/core";
import { webEnvironment } from "../../../apps/web/src/environment";
import { workerEnvironment } from "../../../apps/worker/src/environment";
import { root } from "../../bootstrap/paths.mjs";
import { Refusal } from "../../bootstrap/refusal.mjs";
import type { StartOptions } from "../options.mjs";
import type { ServiceCommand } from "./service";

const watcher = path.join(root, "node_modules/tsx/dist/cli.mjs");

/** How web and worker are started, and with which environment. */
export function serviceCommands(
  options: StartOptions,
  instance: { databaseUrl: string; secret: string },
): { web: ServiceCommand; worker: ServiceCommand } {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: options.dev ? "development" : "production",
    DATABASE_URL: instance.databaseUrl,
    HEDDLE_SECRET: instance.secret,
    PUBLIC_URL: options.publicUrl,
    PORT: String(options.port),
    HOST: options.host,
  };
  const { METRICS_PORT } = process.env;
  const next = METRICS_PORT ? { METRICS_PORT: String(nextPort(Number(METRICS_PORT), options.port)) } : {};
  const command = (name: string, folder: string, file: string, more = {}): ServiceCommand => ({
    name,
    cwd: path.join(root, folder),
    args: options.dev ? [watcher, "watch", file] : ["--import", import.meta.resolve("tsx"), file],
    env: { ...env, ...more },
  });
  const commands = {
    web: command("web", "apps/web", "server.ts"),
    worker: command("worker", "apps/worker", "src/main.ts", next),
  };
  refuseWrong(webEnvironment, commands.web.env);
  refuseWrong(workerEnvironment, commands.worker.env);
  return commands;
}

/** Both are on this machine, where only one of them can have a port. */
const nextPort = (port: number, taken: number) => (port + 1 === taken ? port + 2 : port + 1);

/** Said here, once and for all variables, instead of by a process that is started again and again. */
function refuseWrong(schema: typeof webEnvironment | typeof workerEnvironment, env: NodeJS.ProcessEnv): void {
  const read = readEnvironment(schema, env);
  if ("problems" in read) throw new Refusal(read.problems.join("\n"));
}
