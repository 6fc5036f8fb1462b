import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider, { type Configuration } from "oidc-provider";
import { type Forgery, forgeIdToken, signingKey } from "./oidc-forgery";
import { answerInteraction } from "./oidc-interaction";

/** What the provider tells about a person. */
export interface Claims {
  name?: string;
  email?: string;
  email_verified?: unknown;
}

const CLIENT_ID = "heddle";
const CLIENT_SECRET = "a secret between the two of them";
const SCOPES = "openid email profile";

export interface OidcProvider {
  issuer: string;
  /** The environment of a web process that offers it. */
  env: Record<string, string>;
  /** Everybody who has an account there, by subject. */
  people: Map<string, Claims>;
  /** Changes the ID tokens that it hands out. */
  forge: (forgery: Forgery | null) => void;
  /** Lets requests for these paths wait for ever. */
  silence: (paths: RegExp | null) => void;
  /** Lets this instance send its people there. */
  serve: (publicUrl: string) => void;
  close: () => Promise<void>;
}

/** A real OpenID provider on a port of its own, without passwords: whoever comes says who they are. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const people = new Map<string, Claims>();
  const state: { provider?: Provider; forgery: Forgery | null; silent: RegExp | null } = {
    forgery: null,
    silent: null,
  };
  const { jwk, privateKey } = signingKey();
  const server = createServer((req, res) => void answer(req, res));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const issuer = `http://127.0.0.1:${address.port}`;

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = req.url ?? "/";
    if (state.silent?.test(path)) return;
    const { provider, forgery } = state;
    if (!provider) return void res.writeHead(503).end();
    if (path.startsWith("/interaction/")) return answerInteraction(provider, people, req, res);
    if (path === "/token" && forgery) forgeIdToken(res, privateKey, forgery);
    provider.callback()(req, res);
  }

  return {
    issuer,
    people,
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET: CLIENT_SECRET,
      OIDC_NAME: "Test Login",
    },
    forge: (forgery) => {
      state.forgery = forgery;
    },
    silence: (paths) => {
      state.silent = paths;
    },
    serve: (publicUrl) => {
      state.provider = new Provider(issuer, configuration(publicUrl, jwk, people));
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function configuration(publicUrl: string, jwk: object, people: Map<string, Claims>): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${publicUrl}/api/auth/callback/oidc`],
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ["of no importance"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    ttl: {
      Interaction: 600,
      Grant: 600,
      Session: 600,
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
    },
    findAccount: (_, sub) =>
      people.has(sub) ? { accountId: sub, claims: () => ({ sub, ...people.get(sub) }) } : undefined,
    // Nobody is asked what the instance may know: that question is the provider's own.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider } = oidc;
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope(SCOPES);
      await grant.save();
      return grant;
    },
  };
}
