import { countLiveWorkers, createOutbound, deriveKey, readInboxState } from "@heddle/core";
import { createDatabase } from "@heddle/db";
import {
  createRegistry,
  createWebMetrics,
  type Logger,
  watchInstance,
  watchPool,
} from "@heddle/observability";
import { createQueue } from "@heddle/queue";
import type { AccountSettings } from "./account-settings";
import type { ApiLimits } from "./api/rate-limits";
import { Admission } from "./api/telemetry/admission";
import { Backlog } from "./api/telemetry/backlog";
import { DrainSignals } from "./api/telemetry/drain-signals";
import { ReadingThreads } from "./api/telemetry/reading-threads";
import { Reception } from "./api/telemetry/reception";
import { createDocumentation } from "./documentation/create-documentation";
import { Later } from "./later";
import { createMailer } from "./mail/mailer";
import type { Services } from "./services";
import { Uptime } from "./uptime";

interface Options {
  databaseUrl: string;
  databaseConnections?: number;
  redisUrl?: string | undefined;
  queuePrefix?: string;
  publicUrl: string;
  secret: string;
  /** Comma list of host:port that webhooks may reach besides public https hosts. */
  outboundAllowHosts: string;
  accounts: AccountSettings;
  apiLimits: ApiLimits;
  /** How many days the instance keeps runs. */
  instanceDays?: number | null;
  log: Logger;
  leaving: AbortSignal;
  stopping: AbortSignal;
}

/** Opens what the web process needs; `close` ends it, the queue first. */
export async function createServices(options: Options): Promise<Services & { close: () => Promise<void> }> {
  const { databaseUrl, redisUrl, queuePrefix, publicUrl, secret, log, leaving, stopping } = options;
  const registry = createRegistry("web");
  const metrics = createWebMetrics(registry);
  const onError = (error: Error) => {
    metrics.queueErrors.inc();
    log.warn({ err: error }, "queue connection");
  };
  const db = createDatabase({ url: databaseUrl, maxConnections: options.databaseConnections });
  const later = new Later((what, error) => log.error({ err: error, what }, "work after an answer failed"));
  const queue = await createQueue({ databaseUrl, redisUrl, prefix: queuePrefix, onError, stopping });
  const threads = new ReadingThreads();
  watchPool(registry, db.pool);
  const ctx = { db, now: () => new Date() };
  watchInstance(registry, {
    inbox: async () => ({
      ...(await readInboxState({ ctx, input: { projects: 0 } })),
      liveWorkers: await countLiveWorkers({ ctx }),
    }),
    jobs: () => queue.counts(),
    onError: (error) => log.warn({ err: error }, "something could not be measured"),
  });
  return {
    db,
    queue,
    log,
    metrics,
    registry,
    publicUrl,
    keys: {
      apiKey: deriveKey(secret, "api-key"),
      session: deriveKey(secret, "session"),
    },
    slack: {
      outbound: createOutbound({ allowHosts: options.outboundAllowHosts }),
      encryptionKey: deriveKey(secret, "encryption"),
      publicUrl,
    },
    accounts: options.accounts,
    apiLimits: options.apiLimits,
    instanceDays: options.instanceDays ?? null,
    reception: new Reception(new Admission(), new Backlog(), threads),
    drainSignals: new DrainSignals({ queue, log, metrics }),
    documentation: createDocumentation(publicUrl),
    links: { hashingKey: deriveKey(secret, "token"), publicUrl },
    mailer: options.accounts.mail && createMailer(options.accounts.mail),
    later,
    uptime: new Uptime(),
    leaving,
    stopping,
    async close() {
      await later.close();
      await threads.close();
      await queue.close();
      await db.close();
    },
  };
}
