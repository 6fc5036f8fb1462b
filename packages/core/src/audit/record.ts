import { createUuidV7 } from "@heddle/contract";
import type { Prisma, Scope, Tx } from "@heddle/db";
import type { Actor, Person } from "../context";
import type { AuditAction } from "./action";

/** What of a verb's context says who, when, from where and in which organisation. */
interface Source {
  actor: Actor | Person;
  now: () => Date;
  address?: string;
  scope?: Scope;
  organizationId?: string;
}

interface Change {
  action: AuditAction;
  /** What it was done to, as people know it: a name, an e-mail. Never a secret. */
  target: string;
  targetId?: string;
  /** When the context has none: a change made for one of the organisation's projects. */
  projectId?: string;
  /** What else a reader needs: `{ from: "viewer", to: "admin" }`. Never a secret. */
  detail?: Prisma.InputJsonObject;
}

/**
 * Writes down a change in the transaction that makes it, so that neither is without the other. Without an
 * organisation it is an event of the actor's account, which only they see.
 */
export async function recordAudit(tx: Tx, source: Source, change: Change): Promise<void> {
  const { scope, now, address } = source;
  const at = now();
  await tx.auditEvent.create({
    data: {
      id: createUuidV7(at.getTime()),
      organizationId: scope?.organizationId ?? source.organizationId ?? null,
      projectId: scope?.projectId ?? change.projectId ?? null,
      ...columnsOf(source.actor),
      action: change.action,
      target: change.target,
      targetId: change.targetId ?? null,
      detail: change.detail ?? {},
      address: address || null,
      createdAt: at,
    },
  });
}

function columnsOf(actor: Actor | Person): { actorType: string; actorId: string | null; actor: string } {
  if (actor.type === "user") return { actorType: "user", actorId: actor.userId, actor: actor.email };
  if (actor.type === "apiKey") return { actorType: "apiKey", actorId: actor.keyId, actor: actor.name };
  return { actorType: "system", actorId: null, actor: actor.job };
}
