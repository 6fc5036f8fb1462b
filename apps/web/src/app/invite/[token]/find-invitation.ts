import { DomainError, type InvitationPreview } from "@heddle/core";
import { TRPCError } from "@trpc/server";
import { requestContext } from "@/trpc/request-context";
import { createCaller } from "@/trpc/root";

/** The invitation behind a link, or the words for why there is none to show. */
export async function findInvitation(token: string): Promise<InvitationPreview | DomainError> {
  try {
    return await createCaller(requestContext).invitations.get({ token });
  } catch (error) {
    if (error instanceof TRPCError && error.cause instanceof DomainError) return error.cause;
    throw error;
  }
}
