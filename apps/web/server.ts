import { createServer } from "node:http";
import { describeError } from "@heddle/core";
import { createLogger, createRegistry, serveOperators } from "@heddle/observability";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { accountSettings } from "./src/account-settings";
import { createApi } from "./src/api/app";
import { createServices } from "./src/create-services";
import { env, publicUrl } from "./src/env";
import { createListener } from "./src/server/listener";
import { watchSilentConnections } from "./src/server/silent-connections";
import { stop } from "./src/server/stop";
import { provideServices } from "./src/services";

const log = createLogger({ level: env.LOG_LEVEL, describeError });
const registry = createRegistry("web");
const [leaving, stopping] = [new AbortController(), new AbortController()];
const services = await createServices({
  databaseUrl: env.DATABASE_URL,
  databaseConnections: env.DATABASE_CONNECTIONS,
  redisUrl: env.REDIS_URL,
  publicUrl,
  secret: env.HEDDLE_SECRET,
  outboundAllowHosts: env.OUTBOUND_ALLOW_HOSTS,
  accounts: accountSettings(env),
  apiLimits: { perKey: env.API_REQUESTS_PER_MINUTE, failures: 60 },
  log,
  leaving: leaving.signal,
  stopping: stopping.signal,
});
provideServices(services);

const server = createServer({
  maxHeaderSize: 16 * 1024,
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 65_000,
});
const silent = watchSilentConnections(server);
const pages = next({
  dev: env.NODE_ENV === "development",
  dir: import.meta.dirname,
  hostname: env.HOST,
  port: env.PORT,
  httpServer: server,
});
await pages.prepare();

const api = getRequestListener(createApi(services).fetch, { overrideGlobalObjects: false });
const onError = (error: unknown) => log.error({ err: error }, "request failed");
const settings = {
  publicUrl,
  trustedProxies: env.TRUSTED_PROXIES,
  dev: env.NODE_ENV === "development",
  leaving: leaving.signal,
  onError,
};
server.on("request", createListener(api, pages.getRequestHandler(), settings));
const operators =
  env.METRICS_PORT === undefined
    ? undefined
    : await serveOperators({ host: env.HOST, port: env.METRICS_PORT, registry, problem: () => null });
server.listen(env.PORT, env.HOST, () => log.info({ url: publicUrl }, "web is ready"));

async function quit(signal: NodeJS.Signals): Promise<void> {
  log.info({ signal }, "web is stopping");
  const closers = [() => pages.close(), () => services.close(), async () => operators?.close()];
  const delayMs = env.SHUTDOWN_DELAY_SECONDS * 1000;
  const inTime = await stop({ server, silent, leaving, delayMs, stopping, closers, onError });
  process.exit(inTime ? 0 : 1);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void quit(signal));
