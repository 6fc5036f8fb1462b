import { DomainError } from "@heddle/core";
import type { Metadata } from "next";
import { currentSession } from "@/auth/session";
import { AuthFrame } from "@/components/account/auth-frame";
import { InvitationCard } from "@/components/invitations/invitation-card";
import { InvitationFacts } from "@/components/invitations/invitation-facts";
import { InvitationNone } from "@/components/invitations/invitation-none";
import { InvitationOver } from "@/components/invitations/invitation-over";
import { InvitationVisitor } from "@/components/invitations/invitation-visitor";
import { getServices } from "@/services";
import { caller } from "@/trpc/server";
import { findInvitation } from "./find-invitation";

export const metadata: Metadata = {
  title: "Invitation",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

/** What a link invites to, for whoever holds it, signed in or not. */
export default async function InvitePage({ params }: PageProps<"/invite/[token]">) {
  const { token } = await params;
  const services = getServices();
  const invitation = await findInvitation(token);
  const session = await currentSession(services);
  const person = session ? await caller((api) => api.projects.viewer()) : null;
  if (invitation instanceof DomainError) {
    return <InvitationNone problem={invitation} signedIn={person !== null} />;
  }
  const place = invitation.project ?? invitation.organization;
  if (invitation.state !== "open") {
    return <InvitationOver state={invitation.state} place={place.name} signedIn={person !== null} />;
  }
  return (
    <AuthFrame
      title={`Join ${place.name}`}
      intro={`${invitation.invitedBy ?? "Somebody who has left"} invites you to Heddle.`}
    >
      <InvitationFacts invitation={invitation} />
      {person ? (
        <InvitationCard token={token} person={person} email={invitation.email} />
      ) : (
        <InvitationVisitor
          token={token}
          email={invitation.email}
          maySignUp={services.accounts.signUp !== "closed"}
        />
      )}
    </AuthFrame>
  );
}
