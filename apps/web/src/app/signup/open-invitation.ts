import { TRPCError } from "@trpc/server";
import { requestContext } from "@/trpc/request-context";
import { createCaller } from "@/trpc/root";

export interface OpenInvitation {
  /** The only address that it is for; null for any. */
  email: string | null;
  /** Who invites, and where to. */
  invitedBy: string;
  place: string;
}

/** What a visitor may know of the invitation that they hold; null when it is over, or none. */
export async function openInvitation(token: string): Promise<OpenInvitation | null> {
  try {
    const found = await createCaller(requestContext).invitations.get({ token });
    if (found.state !== "open") return null;
    const { email, organization, project, invitedBy } = found;
    const place = project ? `${project.name} in ${organization.name}` : organization.name;
    return { email, invitedBy: invitedBy ?? "Somebody", place };
  } catch (error) {
    if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") return null;
    throw error;
  }
}
