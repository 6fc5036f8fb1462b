import { createUuidV7 } from "@heddle/contract";
import { type Database, withSystem } from "@heddle/db";
import { createTestProject } from "@heddle/db/testing";
import type { Context, OrganizationContext, Role } from "../../context";
import { resolveOrganization } from "../../organization/resolve";
import { resolveProject } from "../../project/resolve";

type Granted = Exclude<Role, "owner">;

/** Somebody whose contexts are made anew at each use, as they are for each request. */
export interface Somebody {
  userId: string;
  email: string;
  /** Throws when they are not in the organisation. */
  organization: () => Promise<OrganizationContext>;
  /** Throws when they do not see the project. */
  project: () => Promise<Context>;
}

export interface AuditLine {
  action: string;
  actor: string;
  target: string;
  detail: unknown;
  address: string | null;
  projectId: string | null;
}

const ADDRESS = "192.0.2.7";

/** An organisation with a project, into which tests put people. `now` is the time of all that they do. */
export async function createTeam(db: Database, now: () => Date = () => new Date()) {
  const made = await createTestProject(db);
  const { organizationId, projectId } = made.scope;
  const ref = { org: made.organization.slug, project: made.project.slug };
  const ctx = { db, now, address: ADDRESS };

  async function stranger(name = "Somebody"): Promise<Somebody> {
    const userId = createUuidV7();
    const email = `${userId}@example.org`;
    await withSystem(db, (tx) => tx.user.create({ data: { id: userId, email, name } }));
    const input = { ...ref, userId };
    return {
      userId,
      email,
      organization: async () => ({ ...ctx, ...(await resolveOrganization({ ctx, input })) }),
      project: async () => ({ ...ctx, ...(await resolveProject({ ctx, input })) }),
    };
  }

  return {
    ...made,
    ref,
    ctx,
    stranger,
    async member(role: Role, name?: string) {
      const somebody = await stranger(name);
      const data = { organizationId, userId: somebody.userId, role };
      await withSystem(db, (tx) => tx.membership.create({ data }));
      return somebody;
    },
    async guest(role: Granted, name?: string) {
      const somebody = await stranger(name);
      const data = { projectId, userId: somebody.userId, role };
      await withSystem(db, (tx) => tx.projectGrant.create({ data }));
      return somebody;
    },
    async grant({ userId }: Somebody, role: Granted) {
      await withSystem(db, (tx) => tx.projectGrant.create({ data: { projectId, userId, role } }));
    },
    /** The role in the organisation as it is stored; null for none. */
    async roleOf({ userId }: Somebody): Promise<Role | null> {
      const where = { organizationId, userId };
      return (await withSystem(db, (tx) => tx.membership.findFirst({ where })))?.role ?? null;
    },
    async grantOf({ userId }: Somebody): Promise<Role | null> {
      const where = { projectId, userId };
      return (await withSystem(db, (tx) => tx.projectGrant.findFirst({ where })))?.role ?? null;
    },
    owners: () => withSystem(db, (tx) => tx.membership.count({ where: { organizationId, role: "owner" } })),
    /** What was written down, oldest first. */
    audit: (): Promise<AuditLine[]> =>
      withSystem(db, (tx) =>
        tx.auditEvent.findMany({
          where: { organizationId },
          orderBy: { id: "asc" },
          select: { action: true, actor: true, target: true, detail: true, address: true, projectId: true },
        }),
      ),
  };
}

export type Team = Awaited<ReturnType<typeof createTeam>>;

/** The codes of those that were refused; anything but a refusal of ours is a defect. */
export async function refusals(work: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(work);
  return settled.flatMap((one) =>
    one.status === "rejected" ? [String(Reflect.get(one.reason, "code"))] : [],
  );
}
