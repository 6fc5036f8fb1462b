import { z } from "zod";
import { wrongAllowHost } from "../alert/outbound/allow-hosts";
import { SECRET_REMEDY, weaknessOfSecret } from "../secret/weak-secret";

const PORT = "must be a whole number from 1 to 65535";

function whole(error: string, least: number, most = Number.MAX_SAFE_INTEGER) {
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

/** A whole number that is at least so much. */
export const wholeVariable = (least: number) => whole(`must be a whole number of ${least} or more`, least);

/** The whole of a URL with nothing behind its host and port, and nobody's name in front of them. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`;
}

const originVariable = z
  .url({ protocol: /^https?$/, error: "must be an address such as https://heddle.example.org" })
  .refine(isOrigin, {
    error: "must end after its host or port, without a path: https://heddle.example.org",
  });

const secretVariable = z
  .string({ error: `is missing: ${SECRET_REMEDY}` })
  .refine((secret) => weaknessOfSecret(secret) === null, {
    error: ({ input }) => `is too weak: it ${weaknessOfSecret(String(input))}; ${SECRET_REMEDY}`,
  });

/**
 * What web and worker both take from their environment. Each message goes after the variable's name. `meta` is what
 * docs/configuration.md says of it: its part there, its meaning, and what stands in for a default that is none.
 */
export const sharedEnvironment = {
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: ({ input }) =>
        `${input === undefined ? "is missing: it must" : "must"} be an address such as postgresql://user:password@host:5432/name`,
    })
    .meta({
      part: "needed",
      description: "The PostgreSQL database, 15 or newer, as a user who may create tables and roles in it.",
      example: "postgresql://heddle:password@db:5432/heddle",
    }),
  HEDDLE_SECRET: secretVariable.meta({
    part: "needed",
    description:
      "All keys are derived from it: of sessions, API keys, links and stored webhooks. The same for every process, and kept: with another one, people sign in anew, and API keys and webhooks are invalid. Make one with `openssl rand -base64 32`.",
  }),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: "must be an address such as redis://host:6379" })
    .optional()
    .meta({
      part: "needed",
      description:
        "A Redis, 6.2 or newer, for jobs and live messages. Without it they are in PostgreSQL, too.",
      example: "redis://redis:6379",
    }),
  DATABASE_CONNECTIONS: wholeVariable(2).default(10).meta({
    part: "limits",
    description:
      "The most connections that each process opens for its own work. The queue has some more where it is in PostgreSQL.",
  }),
  RETENTION_DAYS: whole("must be a whole number of days from 1 to 3650", 1, 3650).optional().meta({
    part: "limits",
    description:
      "How many days runs are kept at most, whatever their projects say. What is older is deleted, whole months at once.",
    example: "365",
  }),
  HOST: z
    .string()
    .default("127.0.0.1")
    .meta({ part: "addresses", description: "The address to listen on; `0.0.0.0` for everyone." }),
  PORT: whole(PORT, 1, 65_535)
    .default(8241)
    .meta({ part: "addresses", description: "The port of the dashboard and the HTTP API." }),
  METRICS_PORT: whole(PORT, 1, 65_535).optional().meta({
    part: "metrics",
    description:
      "Where the process answers `/metrics` and `/health`, without accounts: keep it from the public. Under `npm start` this is the web process's, and the worker has the next port.",
    example: "9464",
  }),
  PUBLIC_URL: originVariable.optional().meta({
    part: "addresses",
    description: "The address that people use, without a path: every link is made from it.",
    unset: "http://localhost:PORT",
  }),
  OUTBOUND_ALLOW_HOSTS: z
    .string()
    .refine((text) => wrongAllowHost(text) === undefined, {
      error: ({ input }) =>
        `must be host:port, separated by commas; "${wrongAllowHost(String(input))}" is not`,
    })
    .default("")
    .meta({
      part: "addresses",
      description:
        "Hosts that webhooks may reach although they are private or speak plain http: `host:port`, separated by commas.",
    }),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], {
      error: "must be debug, info, warn, error or silent",
    })
    .default("info")
    .meta({
      part: "metrics",
      description: "The least that is logged: `debug`, `info`, `warn`, `error` or `silent`.",
    }),
};

/** Where people reach this instance: the one source of links. Without a trailing slash. */
export function publicUrlOf(env: { PUBLIC_URL?: string | undefined; PORT: number }): string {
  return new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).origin;
}
