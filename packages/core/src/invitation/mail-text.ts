import type { Role } from "../context";
import { compose } from "../mail/compose";
import type { Mail } from "../mail/mail";

const AS: Record<Role, string> = {
  owner: "an owner",
  admin: "an admin",
  member: "a member",
  viewer: "a viewer",
};

/** Names are what people chose for themselves, so they stand in quotation marks. */
export function invitationMail(invitation: {
  to: string;
  sender: string;
  organization: string;
  project: string | null;
  role: Role;
  link: string;
  expiresAt: Date;
  publicUrl: string;
}): Mail {
  const { to, sender, organization, project, role, link, publicUrl } = invitation;
  const where = project ? `the project “${project}” of “${organization}”` : `“${organization}”`;
  const until = invitation.expiresAt.toISOString().slice(0, 10);
  return compose({
    to,
    publicUrl,
    subject: `Join ${project ? `${project} (${organization})` : organization} on Heddle`,
    before: ["Hello,", `“${sender}” invites you to ${where} on Heddle, as ${AS[role]}.`],
    action: { label: "See the invitation", link },
    after: [
      `The link works once, until ${until}, for this address only.`,
      "If you do not know what this is about, do nothing.",
    ],
  });
}
