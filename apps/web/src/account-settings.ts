/** An application registered with an outside provider of identities. */
interface OutsideProvider {
  clientId: string;
  clientSecret: string;
}

/** What whoever runs this instance decided about accounts. */
export interface AccountSettings {
  /** Who may make an account: anyone, whoever holds an invitation, or nobody. */
  signUp: "open" | "invitation" | "closed";
  /** The server that mails are handed to, and their sender; null where none was given. */
  mail: { url: string; from: string } | null;
  /** Outside identities that people may sign in with. */
  providers: {
    github?: OutsideProvider;
    google?: OutsideProvider;
    oidc?: OutsideProvider & { issuer: string; name: string };
  };
}

/** The variables behind it, with empty ones left out and pairs complete. */
interface AccountEnvironment {
  SIGN_UP: AccountSettings["signUp"];
  SMTP_URL?: string | undefined;
  MAIL_FROM?: string | undefined;
  GITHUB_CLIENT_ID?: string | undefined;
  GITHUB_CLIENT_SECRET?: string | undefined;
  GOOGLE_CLIENT_ID?: string | undefined;
  GOOGLE_CLIENT_SECRET?: string | undefined;
  OIDC_ISSUER?: string | undefined;
  OIDC_CLIENT_ID?: string | undefined;
  OIDC_CLIENT_SECRET?: string | undefined;
  OIDC_NAME: string;
}

export function accountSettings(env: AccountEnvironment): AccountSettings {
  const providers: AccountSettings["providers"] = {};
  const github = outside(env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET);
  const google = outside(env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET);
  const oidc = outside(env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET);
  if (github) providers.github = github;
  if (google) providers.google = google;
  if (oidc && env.OIDC_ISSUER) providers.oidc = { ...oidc, issuer: env.OIDC_ISSUER, name: env.OIDC_NAME };
  const { SMTP_URL: url, MAIL_FROM: from } = env;
  return { signUp: env.SIGN_UP, mail: url && from ? { url, from } : null, providers };
}

function outside(clientId: string | undefined, clientSecret: string | undefined): OutsideProvider | null {
  return clientId && clientSecret ? { clientId, clientSecret } : null;
}
