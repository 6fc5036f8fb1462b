import { randomBytes } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { withSystem } from "@heddle/db";
import { hashKey, keyPrefix, makeKey } from "../api-key/key";
import type { InstanceContext } from "../context";
import { hashPassword } from "../user/password";

/** Any constant that nothing else uses as an advisory lock. */
const LOCK = 7_310_245_511;

/** Of the account that the first start makes. */
export const FIRST_EMAIL = "admin@localhost.localdomain";

export interface FirstSecrets {
  email: string;
  password: string;
  apiKey: string;
  org: string;
  project: string;
}

/**
 * Makes what a new instance needs: an organisation, a project, an owner who is operator as well, and an
 * API key that may ingest and read. Returns their secrets, this once; null when the instance has a user already.
 */
export async function initialiseInstance(args: {
  ctx: InstanceContext;
  hashingKey: Buffer;
  /** Called before anything is final: a process that ends there must not leave an account nobody can use. */
  keep: (secrets: FirstSecrets) => Promise<void>;
}): Promise<FirstSecrets | null> {
  const now = args.ctx.now();
  const password = randomBytes(18).toString("base64url");
  const passwordHash = await hashPassword(password);
  const key = makeKey();
  const id = () => createUuidV7(now.getTime());
  return await withSystem(args.ctx.db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    if ((await tx.user.count({ take: 1 })) > 0) return null;
    const organization = await tx.organization.create({ data: { id: id(), slug: "home", name: "Home" } });
    const project = await tx.project.create({
      data: { id: id(), organizationId: organization.id, slug: "main", name: "Main" },
    });
    const user = await tx.user.create({
      data: { id: id(), email: FIRST_EMAIL, name: "Admin", passwordHash, operator: true },
    });
    await tx.membership.create({ data: { organizationId: organization.id, userId: user.id, role: "owner" } });
    await tx.apiKey.create({
      data: {
        id: id(),
        organizationId: organization.id,
        projectId: project.id,
        name: "First key",
        prefix: keyPrefix(key),
        hash: new Uint8Array(hashKey(args.hashingKey, key)),
        scopes: ["ingest", "read"],
      },
    });
    const place = { org: organization.slug, project: project.slug };
    const secrets = { email: FIRST_EMAIL, password, apiKey: key, ...place };
    await args.keep(secrets);
    return secrets;
  });
}
