import { type Scope, type Tx, withSystem } from "@heddle/db";
import type { Context, OrganizationContext } from "../context";
import { DomainError } from "../error/domain-error";
import { insteadOf } from "./closest";
import type { OperatorContext } from "./operator";

/** The organisation with this address, for the verbs about one. Says what there is where it is unknown. */
export async function findOrganization(args: {
  ctx: OperatorContext;
  input: { org: string };
}): Promise<OrganizationContext> {
  const { ctx, input } = args;
  const { organizationId } = await withSystem(ctx.db, (tx) => requireOrganization(tx, input.org));
  return { ...ctx, organizationId };
}

/** The project with this address, for the verbs about one. */
export async function findProject(args: {
  ctx: OperatorContext;
  input: { org: string; project: string };
}): Promise<Context> {
  const { ctx, input } = args;
  return { ...ctx, scope: await withSystem(ctx.db, (tx) => requireProject(tx, input)) };
}

export async function requireOrganization(tx: Tx, org: string): Promise<{ organizationId: string }> {
  const found = await tx.organization.findUnique({
    where: { slug: org },
    select: { id: true, deletedAt: true },
  });
  if (found && !found.deletedAt) return { organizationId: found.id };
  if (found) throw deleted(`The organisation ${org}`);
  const others = await tx.organization.findMany({ where: { deletedAt: null }, select: { slug: true } });
  throw unknown(`There is no organisation ${org}.`, org, others);
}

async function requireProject(tx: Tx, { org, project }: { org: string; project: string }): Promise<Scope> {
  const { organizationId } = await requireOrganization(tx, org);
  const found = await tx.project.findUnique({
    where: { organizationId_slug: { organizationId, slug: project } },
    select: { id: true, deletedAt: true },
  });
  if (found && !found.deletedAt) return { organizationId, projectId: found.id };
  if (found) throw deleted(`The project ${org}/${project}`);
  const where = { organizationId, deletedAt: null };
  const others = await tx.project.findMany({ where, select: { slug: true } });
  throw unknown(`There is no project ${project} in the organisation ${org}.`, project, others);
}

function unknown(message: string, wanted: string, others: { slug: string }[]): DomainError {
  const known = others.map(({ slug }) => slug);
  return new DomainError("not_found", message, { fix: insteadOf(wanted, known) });
}

function deleted(what: string): DomainError {
  return new DomainError("not_found", `${what} is deleted.`, {
    fix: "An owner can restore it on the dashboard, for seven days.",
  });
}
