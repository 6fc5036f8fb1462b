import { type Tx, withSystem } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise, type OrganizationContext } from "../context";
import { DomainError } from "../error/domain-error";
import { isUniqueViolation } from "../error/is-unique-violation";
import { lockOrganization } from "../member/with-people";
import { makeRoom } from "./make-room";

export const transferProjectInput = z.object({
  project: z.string().max(200),
  /** Address of the organisation that gets it. */
  to: z
    .string()
    .max(200)
    .regex(/^[^\0]*$/),
});

/**
 * Hands a project over to another organisation in which the caller is owner or admin, too. Its runs, channels,
 * keys and the people it was granted to go with it; open invitations to it end.
 */
export async function transferProject(args: {
  ctx: OrganizationContext;
  input: z.infer<typeof transferProjectInput>;
}): Promise<{ org: string; project: string }> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const input = transferProjectInput.parse(args.input);
  return await withSystem(ctx.db, async (tx) => {
    const target = await findTarget(tx, ctx, input.to);
    for (const id of [ctx.organizationId, target.id].sort()) {
      if (id === target.id) await makeRoom(tx, id, "/to");
      else await lockOrganization(tx, id);
    }
    const source = await tx.organization.findUniqueOrThrow({ where: { id: ctx.organizationId } });
    const project = await findProject(tx, ctx.organizationId, input.project);
    await move(tx, project.id, target.id, ctx.now()).catch((error: unknown) => {
      throw isUniqueViolation(error) ? slugTakenThere(project.slug, target.name) : error;
    });
    const detail = { from: { organization: source.name }, to: { organization: target.name } };
    const about = { target: project.name, targetId: project.id, projectId: project.id, detail };
    await recordAudit(tx, ctx, { action: "project.transferred", ...about });
    const there = { ...ctx, organizationId: target.id };
    await recordAudit(tx, there, { action: "project.transferred", ...about });
    return { org: target.slug, project: project.slug };
  });
}

async function findTarget(tx: Tx, ctx: OrganizationContext, slug: string) {
  const { actor } = ctx;
  if (actor.type !== "user") {
    throw new DomainError("forbidden", "Only a person can hand a project over.", {
      fix: "Use the dashboard.",
    });
  }
  const found = await tx.membership.findFirst({
    where: { userId: actor.userId, organization: { slug, deletedAt: null } },
    select: { role: true, organization: { select: { id: true, slug: true, name: true } } },
  });
  if (!found) {
    throw new DomainError("not_found", `There is no organisation ${slug}, or you are not in it.`, {
      path: "/to",
      fix: "Choose an organisation in which you are owner or admin.",
    });
  }
  if (found.role !== "owner" && found.role !== "admin") {
    throw new DomainError("forbidden", `In ${found.organization.name} you may not add projects.`, {
      path: "/to",
      fix: "Ask one of its owners or admins to hand it over, or to make you an admin.",
    });
  }
  if (found.organization.id === ctx.organizationId) {
    throw new DomainError("invalid", "The project is in this organisation already.", {
      path: "/to",
      fix: "Choose another organisation.",
    });
  }
  return found.organization;
}

async function findProject(tx: Tx, organizationId: string, slug: string) {
  const [found] = await tx.$queryRaw<{ id: string; slug: string; name: string }[]>`
    SELECT id, slug, name FROM project
    WHERE organization_id = ${organizationId}::uuid AND slug = ${slug} AND deleted_at IS NULL
    FOR NO KEY UPDATE`;
  if (found) return found;
  throw new DomainError("not_found", `There is no project ${slug} in this organisation.`, {
    path: "/project",
    fix: "Look at the list of projects.",
  });
}

async function move(tx: Tx, projectId: string, organizationId: string, now: Date): Promise<void> {
  await tx.project.update({ where: { id: projectId }, data: { organizationId } });
  await tx.apiKey.updateMany({ where: { projectId }, data: { organizationId } });
  await tx.invitation.updateMany({
    where: { projectId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  await tx.invitation.updateMany({ where: { projectId }, data: { organizationId } });
}

function slugTakenThere(slug: string, organization: string): DomainError {
  return new DomainError("conflict", `${organization} has a project with the address ${slug} already.`, {
    path: "/to",
    fix: "Change the address of one of them first; a deleted project keeps its own until it is gone for good.",
  });
}
