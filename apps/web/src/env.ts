import { createEnv } from "@t3-oss/env-core";
import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);

/** Everything the web process takes from its environment. */
export const env = createEnv({
  server: {
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    HOST: z.string().min(1).default("127.0.0.1"),
    PORT: port.default(8241),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    HEDDLE_SECRET: z.string().min(32),
    OUTBOUND_ALLOW_HOSTS: z.string().default(""),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
    API_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
    SIGN_UP: z.enum(["open", "invitation", "closed"]).default("invitation"),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().optional(),
    GITHUB_CLIENT_ID: z.string().optional(),
    GITHUB_CLIENT_SECRET: z.string().optional(),
    GOOGLE_CLIENT_ID: z.string().optional(),
    GOOGLE_CLIENT_SECRET: z.string().optional(),
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().default("Single sign-on"),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  },
  runtimeEnv: process.env,
  emptyStringAsUndefined: true,
});

/** Where people reach this instance: the one source of links. Without a trailing slash. */
export const publicUrl = new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).origin;

// next-auth reads its address from the environment and nowhere else.
process.env.NEXTAUTH_URL = publicUrl;
// Next would report to its makers; a self-hosted product talks to nobody by itself.
process.env.NEXT_TELEMETRY_DISABLED = "1";
