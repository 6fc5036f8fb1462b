import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { type Provider, providerSchema } from "./facts";

export interface IdentityView {
  provider: Provider;
  name: string;
  email: string;
  createdAt: string;
}

/** The identities that sign a person in, the oldest first. */
export async function listIdentities(args: {
  ctx: InstanceContext;
  input: { userId: string };
}): Promise<IdentityView[]> {
  const { userId } = args.input;
  const rows = await withSystem(args.ctx.db, (tx) =>
    tx.userIdentity.findMany({ where: { userId }, orderBy: [{ createdAt: "asc" }, { provider: "asc" }] }),
  );
  return rows.map(({ provider, name, email, createdAt }) => ({
    provider: providerSchema.parse(provider),
    name,
    email,
    createdAt: createdAt.toISOString(),
  }));
}
