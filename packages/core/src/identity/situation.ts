import type { Tx } from "@heddle/db";
import type { InstanceContext } from "../context";
import type { SignUpMode } from "../user/sign-up-mode";
import { type IdentityFacts, type Provider, providerSchema } from "./facts";
import { fitsInvitation, invitationSecretIn } from "./invitation";
import type { Situation } from "./next-step";

export interface Door {
  signUp: SignUpMode;
  hashingKey: Buffer;
}

const select = {
  id: true,
  email: true,
  passwordHash: true,
  identities: { select: { provider: true } },
} as const;

/** How things stand for an identity, for the decision about its next step. */
export async function situationOf(
  tx: Tx,
  ctx: Pick<InstanceContext, "now">,
  door: Door,
  {
    facts,
    callbackUrl,
    signedInAs,
  }: { facts: IdentityFacts; callbackUrl: string; signedInAs: string | null },
): Promise<Situation> {
  const { provider, subject, email } = facts;
  const identity = await tx.userIdentity.findUnique({ where: { provider_subject: { provider, subject } } });
  const session = signedInAs ? await tx.user.findUnique({ where: { id: signedInAs }, select }) : null;
  const holder = email ? await tx.user.findUnique({ where: { email }, select }) : null;
  return {
    facts,
    joinedTo: identity?.userId ?? null,
    signedInAs: session && account(session),
    holder: holder && account(holder),
    mayCreate: await mayCreate(tx, ctx, door, { email, callbackUrl }),
  };
}

function account(user: {
  id: string;
  email: string;
  passwordHash: string | null;
  identities: { provider: string }[];
}) {
  const providers = user.identities.map(({ provider }): Provider => providerSchema.parse(provider));
  return { id: user.id, email: user.email, hasPassword: user.passwordHash !== null, providers };
}

async function mayCreate(
  tx: Tx,
  ctx: Pick<InstanceContext, "now">,
  { signUp, hashingKey }: Door,
  { email, callbackUrl }: { email: string | null; callbackUrl: string },
): Promise<Situation["mayCreate"]> {
  if (signUp === "open") return true;
  if (signUp === "closed" || email === null) return signUp;
  const secret = invitationSecretIn(callbackUrl);
  return secret && (await fitsInvitation(tx, ctx, { secret, hashingKey, email })) ? true : "invitation";
}
