import type { Database } from "../create-database";
import type { Prisma } from "../generated/client";
import { type Scope, SET_ORGANIZATION, SET_SCOPE, SET_SYSTEM } from "./scope";

/** A Prisma client inside a transaction. */
export type Tx = Prisma.TransactionClient;

/** Runs `work` in a transaction that sees and writes the rows of one project and nothing else. */
export function withScope<T>(db: Database, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.prisma.$transaction(async (tx) => {
    await tx.$queryRawUnsafe(SET_SCOPE, scope.organizationId, scope.projectId);
    return work(tx);
  });
}

/**
 * Runs `work` in a transaction that sees and writes what belongs to one organisation: its people,
 * projects, keys, invitations and audit events, but no telemetry of any project.
 */
export function withOrganization<T>(
  db: Database,
  organizationId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.prisma.$transaction(async (tx) => {
    await tx.$queryRawUnsafe(SET_ORGANIZATION, organizationId);
    return work(tx);
  });
}

/** Runs `work` in a transaction of the platform itself, which sees the rows of every project. */
export function withSystem<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.prisma.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(SET_SYSTEM);
    return work(tx);
  });
}
