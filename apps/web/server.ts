import { createServer } from "node:http";
import { describeError } from "@heddle/core";
import { awaitDatabase } from "@heddle/db/ready";
import { captureConsole, createLogger, serveOperators, watchProcess } from "@heddle/observability";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { accountSettings } from "./src/account-settings";
import { createApi } from "./src/api/app";
import { createServices } from "./src/create-services";
import { env, publicUrl } from "./src/env";
import { createPageNames } from "./src/observe/page-routes";
import { listen } from "./src/server/listen";
import { createListener } from "./src/server/listener";
import { watchSilentConnections } from "./src/server/silent-connections";
import { stop } from "./src/server/stop";
import { provideServices } from "./src/services";

const log = createLogger({ level: env.LOG_LEVEL, describeError });
process.once("uncaughtException", (error) => {
  log.fatal({ err: error }, `web cannot go on: ${error.message}`);
  process.exit(1);
});
// As the first process of a container, one ends by a signal only where it listens for it.
const SIGNALS = ["SIGTERM", "SIGINT"] as const;
const leaveEarly = () => process.exit(0);
for (const signal of SIGNALS) process.once(signal, leaveEarly);
if (env.NODE_ENV === "production") captureConsole(log);
const [leaving, stopping] = [new AbortController(), new AbortController()];
await awaitDatabase({ url: env.DATABASE_URL, log: (sentence) => log.warn(sentence) });
const services = await createServices({
  databaseUrl: env.DATABASE_URL,
  databaseConnections: env.DATABASE_CONNECTIONS,
  redisUrl: env.REDIS_URL,
  publicUrl,
  secret: env.HEDDLE_SECRET,
  outboundAllowHosts: env.OUTBOUND_ALLOW_HOSTS,
  accounts: accountSettings(env),
  instanceDays: env.RETENTION_DAYS ?? null,
  apiLimits: { perKey: env.API_REQUESTS_PER_MINUTE, failures: 60 },
  log,
  leaving: leaving.signal,
  stopping: stopping.signal,
});
provideServices(services);
watchProcess(services.registry);

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
const onError = (error: unknown) => log.error({ err: error }, "could not be closed");
const settings = {
  publicUrl,
  trustedProxies: env.TRUSTED_PROXIES,
  dev: env.NODE_ENV === "development",
  leaving: leaving.signal,
  observation: { log, metrics: services.metrics, pageName: createPageNames(import.meta.dirname) },
};
server.on("request", createListener(api, pages.getRequestHandler(), settings));
const operators =
  env.METRICS_PORT === undefined
    ? undefined
    : await serveOperators({
        host: env.HOST,
        port: env.METRICS_PORT,
        registry: services.registry,
        // Whatever else is wrong, another web process would be as badly off.
        problem: () => null,
        onError: (error) => log.error({ err: error }, "metrics could not be collected"),
      });
await listen(server, { host: env.HOST, port: env.PORT });
log.info({ url: publicUrl }, "web is ready");

async function quit(signal: NodeJS.Signals): Promise<void> {
  log.info({ signal }, "web is stopping");
  const closers = [() => pages.close(), () => services.close(), async () => operators?.close()];
  const delayMs = env.SHUTDOWN_DELAY_SECONDS * 1000;
  const inTime = await stop({ server, silent, leaving, delayMs, stopping, closers, onError });
  process.exit(inTime ? 0 : 1);
}

for (const signal of SIGNALS) process.off(signal, leaveEarly).once(signal, () => void quit(signal));
