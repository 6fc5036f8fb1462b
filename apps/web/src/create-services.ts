import { createOutbound, deriveKey } from "@heddle/core";
import { createDatabase } from "@heddle/db";
import { createQueue } from "@heddle/queue";
import type { Logger } from "pino";
import type { AccountSettings } from "./account-settings";
import type { ApiLimits } from "./api/rate-limits";
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
  log: Logger;
  leaving: AbortSignal;
  stopping: AbortSignal;
}

/** Opens what the web process needs; `close` ends it, the queue first. */
export async function createServices(options: Options): Promise<Services & { close: () => Promise<void> }> {
  const { databaseUrl, redisUrl, queuePrefix, publicUrl, secret, log, leaving, stopping } = options;
  const onError = (error: Error) => log.warn({ err: error }, "queue connection");
  const db = createDatabase({ url: databaseUrl, maxConnections: options.databaseConnections });
  const later = new Later((what, error) => log.error({ err: error, what }, "work after an answer failed"));
  const queue = await createQueue({ databaseUrl, redisUrl, prefix: queuePrefix, onError });
  return {
    db,
    queue,
    log,
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
    documentation: createDocumentation(publicUrl),
    links: { hashingKey: deriveKey(secret, "token"), publicUrl },
    mailer: options.accounts.mail && createMailer(options.accounts.mail),
    later,
    uptime: new Uptime(),
    leaving,
    stopping,
    async close() {
      await later.close();
      await queue.close();
      await db.close();
    },
  };
}
