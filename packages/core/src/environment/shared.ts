import { z } from "zod";
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

/** What web and worker both take from their environment. Each message goes after the variable's name. */
export const sharedEnvironment = {
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "must be an address such as postgresql://user:password@host:5432/name",
  }),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: "must be an address such as redis://host:6379" })
    .optional(),
  DATABASE_CONNECTIONS: wholeVariable(2).default(10),
  HOST: z.string().default("127.0.0.1"),
  PORT: whole(PORT, 1, 65_535).default(8241),
  METRICS_PORT: whole(PORT, 1, 65_535).optional(),
  PUBLIC_URL: originVariable.optional(),
  HEDDLE_SECRET: secretVariable,
  OUTBOUND_ALLOW_HOSTS: z.string().default(""),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], {
      error: "must be debug, info, warn, error or silent",
    })
    .default("info"),
};

/** Where people reach this instance: the one source of links. Without a trailing slash. */
export function publicUrlOf(env: { PUBLIC_URL?: string | undefined; PORT: number }): string {
  return new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).origin;
}
