import { type Tx, withOrganization, withScope } from "@heddle/db";
import type { Context, OrganizationContext } from "./context";

/** For verbs about what both projects and organisations have: keys, the audit log. */
export type TenantContext = Context | OrganizationContext;

export interface Tenant {
  organizationId: string;
  /** Null for the organisation itself. */
  projectId: string | null;
}

export function tenantOf(ctx: TenantContext): Tenant {
  return "scope" in ctx ? ctx.scope : { organizationId: ctx.organizationId, projectId: null };
}

/** Runs `work` in a transaction that sees what belongs to the project, or to the organisation. */
export function withTenant<T>(ctx: TenantContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  return "scope" in ctx
    ? withScope(ctx.db, ctx.scope, work)
    : withOrganization(ctx.db, ctx.organizationId, work);
}
