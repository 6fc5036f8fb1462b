import type { Role } from "../context";
import { type InvitationState, invitationState } from "./state";

/** An invitation as those see it who manage it; the link is not part of it. Instants are ISO 8601. */
export interface InvitationView {
  id: string;
  role: Role;
  /** Only this person may accept it; null for whoever has the link. */
  email: string | null;
  /** Null for the whole organisation. */
  project: { slug: string; name: string } | null;
  /** E-mail; null when they are not in the organisation any more. */
  createdBy: string | null;
  createdAt: string;
  expiresAt: string;
  state: InvitationState;
  /** E-mail. */
  acceptedBy: string | null;
}

export const invitationColumns = {
  id: true,
  role: true,
  email: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  acceptedAt: true,
  acceptedBy: true,
  project: { select: { slug: true, name: true } },
  createdBy: { select: { email: true } },
} as const;

interface Row extends Pick<InvitationView, "id" | "role" | "email" | "project" | "acceptedBy"> {
  createdBy: { email: string } | null;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  acceptedAt: Date | null;
}

export function invitationView(row: Row, now: Date): InvitationView {
  const { id, role, email, project, createdBy, createdAt, expiresAt, acceptedBy } = row;
  return {
    id,
    role,
    email,
    project,
    acceptedBy,
    createdBy: createdBy?.email ?? null,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    state: invitationState(row, now),
  };
}
