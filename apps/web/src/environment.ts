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

/** An identity of outside: part of the documentation, and meaning. */
const identity = (description: string) => ({ part: "identities", description });

const variables = z.object({
  ...sharedEnvironment,
  NODE_ENV: z
    .enum(["development", "production", "test"], { error: "must be development, production or test" })
    .default("development")
    .meta({
      part: "needed",
      description:
        "`production`, except for whoever works on Heddle itself; `npm start` and the container set it.",
    }),
  TRUSTED_PROXIES: wholeVariable(0).default(0).meta({
    part: "addresses",
    description:
      "How many proxies stand before it, one behind the other, each of which appends to `X-Forwarded-For`. With 0 that header is not believed.",
  }),
  SHUTDOWN_DELAY_SECONDS: wholeVariable(0).default(0).meta({
    part: "limits",
    description:
      "How long it still answers after it was told to stop, while it calls itself unready, so that a proxy can turn to others first.",
  }),
  API_REQUESTS_PER_MINUTE: wholeVariable(1).default(6000).meta({
    part: "limits",
    description:
      "The most requests per minute that each API key may send to each web process; more get `429`.",
  }),
  SIGN_UP: z
    .enum(["open", "invitation", "closed"], { error: "must be open, invitation or closed" })
    .default("invitation")
    .meta({
      part: "accounts",
      description:
        "Who may make an account: anybody (`open`), whoever holds an invitation, or nobody (`closed`).",
    }),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: mailServer })
    .optional()
    .meta({
      part: "mail",
      description: "The server that mails are handed to. Without it, people copy links and hand them over.",
      example: "smtps://user:password@mail.example.org:465",
    }),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, { error: sender })
    .optional()
    .meta({
      part: "mail",
      description: "The sender of mails. Needed with `SMTP_URL`.",
      example: "Heddle <heddle@example.org>",
    }),
  GITHUB_CLIENT_ID: text.meta(identity("An OAuth app at GitHub, to sign in with.")),
  GITHUB_CLIENT_SECRET: text.meta(identity("Its secret.")),
  GOOGLE_CLIENT_ID: text.meta(identity("An OAuth client at Google, to sign in with.")),
  GOOGLE_CLIENT_SECRET: text.meta(identity("Its secret.")),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: issuer })
    .optional()
    .meta({
      ...identity(
        "Any OpenID provider to sign in with: its address before `/.well-known/openid-configuration`.",
      ),
      example: "https://login.example.org/realms/main",
    }),
  OIDC_CLIENT_ID: text.meta(identity("The client that is registered there.")),
  OIDC_CLIENT_SECRET: text.meta(identity("Its secret.")),
  OIDC_NAME: text.default("Single sign-on").meta(identity("What the button to sign in says.")),
});

/** Everything the web process takes from its environment. Each message goes after the variable's name. */
export const webEnvironment = variables.superRefine(
  (env, context) => {
    for (const [given, needed] of NEEDS) {
      if (env[given] === undefined || env[needed] !== undefined) continue;
      const message = `is missing: ${given} is set, and of no use without it`;
      context.addIssue({ code: "custom", path: [needed], message });
    }
    if (env.METRICS_PORT !== undefined && env.METRICS_PORT === env.PORT) {
      const message = "must be another port than PORT, which people reach";
      context.addIssue({ code: "custom", path: ["METRICS_PORT"], message });
    }
  },
  // Together with whatever else is wrong, so that all of it can be mended at once.
  { when: ({ value }) => typeof value === "object" },
);
