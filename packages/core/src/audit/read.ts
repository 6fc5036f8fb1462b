import { Prisma, type Tx } from "@heddle/db";
import type { Tenant } from "../tenant";
import type { Bounds } from "./bounds";
import type { AuditRow } from "./view";

/** So many events a page looks at, however few of them a filter keeps. */
export const LOOKED_AT = 20_000;

export interface Question {
  tenant: Tenant;
  bounds: Bounds;
  order: "newest" | "oldest";
  action: string | undefined;
  actor: string | undefined;
  take: number;
}

/**
 * Says for the rest of the transaction that a page is read in the order of an index: PostgreSQL would rather
 * sort the whole record once it takes many events to be looked at.
 */
export async function readInOrder(tx: Tx): Promise<void> {
  await tx.$queryRaw`select set_config('enable_sort', 'off', true)`;
}

/** The events that fit, at most `take`, among the first that lie within the bounds. */
export async function readEvents(tx: Tx, question: Question): Promise<AuditRow[]> {
  const { order, take } = question;
  const filters = filtersOf(question);
  const direction = Prisma.raw(order === "newest" ? "desc" : "asc");
  const within = Prisma.sql`select * from audit_event where ${rangeOf(question)} order by id ${direction}`;
  if (filters.length === 0) return tx.$queryRaw<AuditRow[]>`${within} limit ${take}`;
  return tx.$queryRaw<AuditRow[]>`
    select * from (${within} limit ${LOOKED_AT}) looked_at
    where ${Prisma.join(filters, " and ")} order by id ${direction} limit ${take}`;
}

/** Where a page stopped looking; null when it has seen all there is within the bounds. */
export async function readEnd(tx: Tx, question: Question): Promise<string | null> {
  if (filtersOf(question).length === 0) return null;
  const direction = Prisma.raw(question.order === "newest" ? "desc" : "asc");
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from audit_event where ${rangeOf(question)}
    order by id ${direction} offset ${LOOKED_AT - 1} limit 1`;
  return rows[0]?.id ?? null;
}

function rangeOf({ tenant, bounds: { from, below, after } }: Question): Prisma.Sql {
  const parts = [Prisma.sql`organization_id = ${tenant.organizationId}::uuid`];
  if (tenant.projectId !== null) parts.push(Prisma.sql`project_id = ${tenant.projectId}::uuid`);
  if (from !== null) parts.push(Prisma.sql`id >= ${from}::uuid`);
  if (below !== null) parts.push(Prisma.sql`id < ${below}::uuid`);
  if (after !== null) parts.push(Prisma.sql`id > ${after}::uuid`);
  return Prisma.join(parts, " and ");
}

function filtersOf({ action, actor }: Question): Prisma.Sql[] {
  const filters: Prisma.Sql[] = [];
  if (action !== undefined) {
    filters.push(Prisma.sql`(action = ${action} or starts_with(action, ${`${action}.`}))`);
  }
  if (actor !== undefined) filters.push(Prisma.sql`strpos(lower(actor), lower(${actor})) > 0`);
  return filters;
}
