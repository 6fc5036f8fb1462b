import { getUser } from "@heddle/core";
import { getServerSession } from "next-auth";
import type { Services } from "../services";
import { authOptions } from "./options";

/** What the cookie holds: enough to ask whether it still counts, nothing about the person. */
export interface SessionClaims {
  userId: string;
  sessionVersion: number;
}

/** Whether the user still exists and nobody has ended their sessions since this one began. */
export async function isCurrent(services: Services, claims: SessionClaims): Promise<boolean> {
  const ctx = { db: services.db, now: () => new Date() };
  const user = await getUser({ ctx, input: { id: claims.userId } });
  return user !== null && user.sessionVersion === claims.sessionVersion;
}

/** Claims of the request that Next is answering, checked against the database; null for a visitor. */
export async function currentSession(services: Services): Promise<SessionClaims | null> {
  const session = await getServerSession(authOptions(services));
  return session && (await isCurrent(services, session.claims)) ? session.claims : null;
}
