import { createEnv } from "@t3-oss/env-core";
import { z } from "zod";

/** Everything the worker process takes from its environment. */
export const env = createEnv({
  server: {
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    PORT: z.coerce.number().int().min(1).max(65_535).default(8241),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    HEDDLE_SECRET: z.string().min(32),
    OUTBOUND_ALLOW_HOSTS: z.string().default(""),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  },
  runtimeEnv: process.env,
  emptyStringAsUndefined: true,
});

/** Where people reach this instance: the origin of links in messages. */
export const publicUrl = new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).origin;
