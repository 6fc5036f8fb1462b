import type { SecretLinks, SlackAccess } from "@heddle/core";
import type { Database } from "@heddle/db";
import type { Logger, Registry, WebMetrics } from "@heddle/observability";
import type { JobsAndMessages } from "@heddle/queue";
import type { AccountSettings } from "./account-settings";
import type { ApiLimits } from "./api/rate-limits";
import type { DrainSignals } from "./api/telemetry/drain-signals";
import type { Reception } from "./api/telemetry/reception";
import type { Documentation } from "./documentation/documentation";
import type { Later } from "./later";
import type { Mailer } from "./mail/mailer";
import type { Uptime } from "./uptime";

/** What the process holds once and shares between the HTTP API and the pages. */
export interface Services {
  db: Database;
  queue: JobsAndMessages;
  log: Logger;
  metrics: WebMetrics;
  /** Where the metrics of this process are. */
  registry: Registry;
  /** Origin under which people reach this instance. */
  publicUrl: string;
  keys: { apiKey: Buffer; session: Buffer };
  slack: SlackAccess;
  /** Who may make an account, and how mail and outside identities are reached. */
  accounts: AccountSettings;
  apiLimits: ApiLimits;
  /** How many days the instance keeps runs; null: as long as their projects do. */
  instanceDays: number | null;
  /** Takes batches in. */
  reception: Reception;
  drainSignals: DrainSignals;
  documentation: Documentation;
  /** What links with a secret in them are made with: password resets, confirmations, invitations. */
  links: SecretLinks;
  /** Null where no mail can be sent. */
  mailer: Mailer | null;
  /** Work after the answer. */
  later: Later;
  /** Silence of a run proves nothing while telemetry could not reach us. */
  uptime: Uptime;
  /** Aborted when the process was told to stop: it answers for a while, and nothing new should be sent to it. */
  leaving: AbortSignal;
  /** Aborted when the process takes no more requests, so that streams end. */
  stopping: AbortSignal;
}

declare global {
  var heddleServices: Services | undefined;
}

/** Called once by the server. Next bundles its own copies of our modules, so this goes over `globalThis`. */
export function provideServices(services: Services): void {
  globalThis.heddleServices = services;
}

export function getServices(): Services {
  const services = globalThis.heddleServices;
  if (!services) throw new Error("Pages run inside apps/web/server.ts only; start it with `npm run dev`.");
  return services;
}
