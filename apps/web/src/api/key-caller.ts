import type { Context, OrganizationContext, TenantContext } from "@heddle/core";

/** Who sent a request with a key, and what it may be about. */
export interface KeyCaller {
  actor: Context["actor"];
  /** The project that the key belongs to or, for a key of an organisation, that the request names. */
  project: () => Promise<Context>;
  /** The same, but the organisation itself when a key of it names no project. */
  tenant: () => Promise<TenantContext>;
  /** The organisation of a key that belongs to one. */
  organization: () => OrganizationContext;
}
