import type { AuditPage } from "@heddle/contract";
import type { Tx } from "@heddle/db";
import type { z } from "zod";
import { authorise } from "../context";
import { type Tenant, type TenantContext, tenantOf, withTenant } from "../tenant";
import { boundsOf, cursorAt } from "./bounds";
import { listAuditEventsInput } from "./inputs";
import { readEnd, readEvents, readInOrder } from "./read";
import { auditViews } from "./view";

const NOTHING: AuditPage = { events: [], nextCursor: null, hasMore: false };

/**
 * What was changed in the project, or anywhere in the organisation, page by page. A page looks at a bounded
 * number of events, so with a filter it may be empty although there are more.
 */
export async function listAuditEvents(args: {
  ctx: TenantContext;
  input: z.input<typeof listAuditEventsInput>;
}): Promise<AuditPage> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const input = listAuditEventsInput.parse(args.input);
  const { order, limit, action, actor } = input;
  const home = tenantOf(ctx);
  const bounds = boundsOf(home, input, ctx.now());
  return withTenant(ctx, async (tx) => {
    const tenant = await narrowed(tx, home, input.project);
    if (!tenant) return NOTHING;
    const question = { tenant, bounds, order, action, actor, take: limit + 1 };
    await readInOrder(tx);
    const rows = await readEvents(tx, question);
    const page = rows.slice(0, limit);
    const full = rows.length > limit;
    const end = full ? null : await readEnd(tx, question);
    const hasMore = full || end !== null;
    const last = (full ? page.at(-1)?.id : (end ?? page.at(-1)?.id)) ?? null;
    const follow = order === "oldest" ? (last ?? bounds.after) : hasMore ? last : null;
    const nextCursor = follow === null ? null : cursorAt(home, order, follow);
    return { events: await auditViews(tx, page), nextCursor, hasMore };
  });
}

/** The tenant, or the project in it that is asked for; null when it has none of that name. */
async function narrowed(tx: Tx, tenant: Tenant, slug: string | undefined): Promise<Tenant | null> {
  if (slug === undefined) return tenant;
  const { organizationId, projectId } = tenant;
  const found = await tx.project.findFirst({ where: { organizationId, slug }, select: { id: true } });
  return found && (projectId === null || projectId === found.id)
    ? { organizationId, projectId: found.id }
    : null;
}
