import { randomUUID } from "node:crypto";
import { createUser } from "@heddle/core";
import { withSystem } from "@heddle/db";
import { atEnd } from "@heddle/db/testing";
import { type OidcProvider, startOidcProvider } from "./oidc-provider";
import { OidcVisitor } from "./oidc-visitor";
import { startWebProcess, type WebProcess } from "./web-process";
import { createWorld, type World } from "./world";

export const PASSWORD = "plenty of odd socks 7";

/** An instance that offers a real provider, and people on both sides. */
export class OidcStage {
  constructor(
    readonly world: World,
    readonly web: WebProcess,
    readonly provider: OidcProvider,
  ) {}

  /** Somebody with an account at the provider; answers with its subject. */
  person(more: { name?: string; email?: string | undefined; email_verified?: unknown } = {}) {
    const sub = randomUUID();
    const email = `${sub}@example.org`;
    this.provider.people.set(sub, { name: "Ada Lovelace", email, email_verified: true, ...more });
    return { sub, email: more.email ?? email };
  }

  visitor(): OidcVisitor {
    return new OidcVisitor(this.web.url, this.provider);
  }

  /** An account with a password here. */
  async account(email: string): Promise<string> {
    const ctx = { db: this.world.services.db, now: () => new Date() };
    return (await createUser({ ctx, input: { email, name: "Ada", password: PASSWORD } })).id;
  }

  /** A browser whose identity has just made an account of its own. */
  async signedUp(sub: string): Promise<OidcVisitor> {
    const visitor = this.visitor();
    await visitor.come(sub);
    const { error } = await visitor.agree({ step: "create", name: "Ada" });
    if (error) throw new Error(error);
    return visitor;
  }

  async signedIn(email: string): Promise<OidcVisitor> {
    const visitor = this.visitor();
    const { error } = await visitor.here.signIn({ email, password: PASSWORD });
    if (error) throw new Error(error);
    return visitor;
  }

  /** Everything that the database knows about an address: accounts, and identities with their accounts. */
  async known(email: string) {
    return withSystem(this.world.services.db, async (tx) => ({
      accounts: (await tx.user.findMany({ where: { email } })).map(({ id }) => id),
      identities: (await tx.userIdentity.findMany({ where: { email } })).map(({ userId }) => userId),
    }));
  }
}

export async function createOidcStage(env: Record<string, string> = { SIGN_UP: "open" }): Promise<OidcStage> {
  const world = await createWorld();
  const provider = await startOidcProvider();
  atEnd(() => provider.close());
  const web = await startWebProcess(world, { ...provider.env, ...env });
  provider.serve(web.url);
  return new OidcStage(world, web, provider);
}
