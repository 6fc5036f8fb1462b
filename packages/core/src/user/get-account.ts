import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { type IdentityView, listIdentities } from "../identity/list";

export interface AccountView {
  id: string;
  email: string;
  name: string;
  createdAt: string;
  hasPassword: boolean;
  identities: IdentityView[];
}

/** An account as its own person sees it. */
export async function getAccount(args: {
  ctx: InstanceContext;
  input: { userId: string };
}): Promise<AccountView> {
  const { ctx, input } = args;
  const user = await withSystem(ctx.db, (tx) => tx.user.findUnique({ where: { id: input.userId } }));
  if (!user) throw new DomainError("unauthenticated", "You are not signed in.", { fix: "Sign in again." });
  const { id, email, name, createdAt, passwordHash } = user;
  const identities = await listIdentities({ ctx, input });
  return {
    id,
    email,
    name,
    createdAt: createdAt.toISOString(),
    hasPassword: passwordHash !== null,
    identities,
  };
}
