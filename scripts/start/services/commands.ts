import path from "node:path";
import { root } from "../../bootstrap/paths.mjs";
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
  const command = (name: string, folder: string, file: string): ServiceCommand => ({
    name,
    cwd: path.join(root, folder),
    args: options.dev ? [watcher, "watch", file] : ["--import", import.meta.resolve("tsx"), file],
    env,
  });
  return {
    web: command("web", "apps/web", "server.ts"),
    worker: command("worker", "apps/worker", "src/main.ts"),
  };
}
