import type { Database, Scope } from "@heddle/db";
import { DomainError } from "./error/domain-error";

export type Role = "owner" | "admin" | "member" | "viewer";
export type ApiKeyScope = "ingest" | "read";

/** Who asks: a person, a key of a project, or one of our own jobs. */
export type Actor =
  | { type: "user"; userId: string; role: Role }
  | { type: "apiKey"; keyId: string; scopes: ApiKeyScope[] }
  | { type: "system"; job: string };

/** What verbs about people and projects need, before a project is chosen. */
export interface InstanceContext {
  db: Database;
  now: () => Date;
}

/** What every verb inside a project needs. */
export interface Context extends InstanceContext {
  scope: Scope;
  actor: Actor;
}

export type Ability = "ingest" | "read" | "edit" | "manage";

/** What each role may do in a project. Only API keys and our own jobs ingest. */
const ABILITIES: Record<Role, readonly Ability[]> = {
  owner: ["read", "edit", "manage"],
  admin: ["read", "edit", "manage"],
  member: ["read", "edit"],
  viewer: ["read"],
};

function may(actor: Actor, ability: Ability): boolean {
  if (actor.type === "system") return true;
  if (actor.type === "user") return ABILITIES[actor.role].includes(ability);
  return (ability === "ingest" || ability === "read") && actor.scopes.includes(ability);
}

function remedy(actor: Actor, ability: Ability): string {
  if (actor.type === "apiKey") return `Use an API key with the scope "${ability}".`;
  return ability === "edit"
    ? "Ask an owner or admin of the organisation to make you a member."
    : "Ask an owner or admin of the organisation.";
}

/** First line of every verb inside a project. */
export function authorise(ctx: Pick<Context, "actor">, ability: Ability): void {
  if (may(ctx.actor, ability)) return;
  throw new DomainError("forbidden", `This needs the right to ${ability} in the project.`, {
    fix: remedy(ctx.actor, ability),
  });
}
