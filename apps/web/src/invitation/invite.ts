import { createInvitation, type InvitationView } from "@heddle/core";
import type { Services } from "../services";

interface Invited extends InvitationView {
  /** For copying; it cannot be shown again. */
  link: string;
  /** Whether the link is on its way to the invited person's address. */
  mailed: boolean;
}

/** Makes an invitation. */
export async function invite(
  { links }: Services,
  { ctx, input }: Pick<Parameters<typeof createInvitation>[0], "ctx" | "input">,
): Promise<Invited> {
  const { invitation, link } = await createInvitation({ ctx, input, links });
  return { ...invitation, link, mailed: false };
}
