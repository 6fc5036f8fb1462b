import { sharedEnvironment, wholeVariable } from "@heddle/core";
import { z } from "zod";

/** The first is of no use without the second. */
const NEEDS = [
  ["SMTP_URL", "MAIL_FROM"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
  ["GITHUB_CLIENT_SECRET", "GITHUB_CLIENT_ID"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["GOOGLE_CLIENT_SECRET", "GOOGLE_CLIENT_ID"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID"],
  ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["OIDC_CLIENT_SECRET", "OIDC_ISSUER"],
] as const;

const text = z.string().trim().min(1, { error: "must not be blank" }).optional();
const issuer = "must be the address of the provider, such as https://login.example.org/realms/main";
const mailServer = "must be an address such as smtp://user:password@host:587";
const sender = "must be an address such as heddle@example.org or Heddle <heddle@example.org>";

const variables = z.object({
  ...sharedEnvironment,
  NODE_ENV: z
    .enum(["development", "production", "test"], { error: "must be development, production or test" })
    .default("development"),
  TRUSTED_PROXIES: wholeVariable(0).default(0),
  API_REQUESTS_PER_MINUTE: wholeVariable(1).default(6000),
  SIGN_UP: z
    .enum(["open", "invitation", "closed"], { error: "must be open, invitation or closed" })
    .default("invitation"),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: mailServer }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, { error: sender })
    .optional(),
  GITHUB_CLIENT_ID: text,
  GITHUB_CLIENT_SECRET: text,
  GOOGLE_CLIENT_ID: text,
  GOOGLE_CLIENT_SECRET: text,
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: issuer }).optional(),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_NAME: text.default("Single sign-on"),
});

/** Everything the web process takes from its environment. Each message goes after the variable's name. */
export const webEnvironment = variables.superRefine(
  (env, context) => {
    for (const [given, needed] of NEEDS) {
      if (env[given] === undefined || env[needed] !== undefined) continue;
      const message = `is missing: ${given} is set, and of no use without it`;
      context.addIssue({ code: "custom", path: [needed], message });
    }
  },
  // Together with whatever else is wrong, so that all of it can be mended at once.
  { when: ({ value }) => typeof value === "object" },
);
