import type { Database, Scope } from "@heddle/db";
import { DomainError } from "./error/domain-error";

export type Role = "owner" | "admin" | "member" | "viewer";
export type ApiKeyScope = "ingest" | "read" | "admin";

/** A person as the audit log names them. */
export interface Person {
  type: "user";
  userId: string;
  email: string;
}

/** Who asks: a person with their role in what they ask about, an API key, or one of our own jobs. */
export type Actor =
  | (Person & { role: Role })
  | { type: "apiKey"; keyId: string; name: string; scopes: ApiKeyScope[]; expiresAt: Date | null }
  | { type: "system"; job: string };

/** What verbs about people and projects need, before a project is chosen. */
export interface InstanceContext {
  db: Database;
  now: () => Date;
  /** Network address of the caller, for the audit log. */
  address?: string;
}

/** What every verb inside a project needs. */
export interface Context extends InstanceContext {
  scope: Scope;
  actor: Actor;
}

/** What every verb about an organisation needs. */
export interface OrganizationContext extends InstanceContext {
  organizationId: string;
  actor: Actor;
}

export type Ability = "ingest" | "read" | "edit" | "manage" | "own";

/** What each role may do. Only API keys and our own jobs ingest. */
const ABILITIES: Record<Role, readonly Ability[]> = {
  owner: ["read", "edit", "manage", "own"],
  admin: ["read", "edit", "manage"],
  member: ["read", "edit"],
  viewer: ["read"],
};

const KEY_ABILITIES: Record<ApiKeyScope, Ability> = { ingest: "ingest", read: "read", admin: "manage" };

export function may(actor: Actor, ability: Ability): boolean {
  if (actor.type === "system") return true;
  if (actor.type === "user") return ABILITIES[actor.role].includes(ability);
  return actor.scopes.some((scope) => KEY_ABILITIES[scope] === ability);
}

function remedy(actor: Actor, ability: Ability): string {
  if (actor.type === "apiKey") {
    const scope = ability === "manage" ? "admin" : ability;
    return ability === "edit" || ability === "own"
      ? "No API key may do this: use the dashboard."
      : `Use an API key with the scope "${scope}".`;
  }
  if (ability === "own") return "Ask an owner of the organisation.";
  return ability === "edit"
    ? "Ask an owner or admin of the organisation to make you a member."
    : "Ask an owner or admin of the organisation.";
}

/** First line of every verb inside a project or an organisation. */
export function authorise(ctx: Pick<Context, "actor">, ability: Ability): void {
  if (may(ctx.actor, ability)) return;
  throw new DomainError("forbidden", `This needs the right to ${ability}.`, {
    fix: remedy(ctx.actor, ability),
  });
}
