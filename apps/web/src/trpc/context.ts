import type { Context, OrganizationContext, Role } from "@heddle/core";
import type { Services } from "../services";

/** What every procedure starts from; `userId` is null for a visitor who has not signed in. */
export interface TrpcContext {
  services: Services;
  userId: string | null;
  /** Asks again, for streams that outlive the check at their start. */
  stillSignedIn: () => Promise<boolean>;
  requestId: string;
  /** Where the request came from: an IP address, as far as proxies are trusted to say it. */
  address: string;
}

/** After the session and the membership in an organisation were checked. */
export interface OrganizationRequest extends TrpcContext {
  userId: string;
  core: OrganizationContext;
}

/** After the session and the access to a project were checked: verbs take `core` as their context. */
export interface ProjectContext extends TrpcContext {
  userId: string;
  core: Context;
  /** Null for guests. */
  organizationRole: Role | null;
  /** Asks again whether the user is signed in and a member, for streams that outlive the first check. */
  stillAllowed: () => Promise<boolean>;
}
