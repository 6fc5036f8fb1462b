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

export type Ability = "ingest" | "read" | "manage";

const MANAGERS: readonly Role[] = ["owner", "admin"];

function may(actor: Actor, ability: Ability): boolean {
  if (actor.type === "system") return true;
  if (actor.type === "apiKey") return ability !== "manage" && actor.scopes.includes(ability);
  return ability === "read" || (ability === "manage" && MANAGERS.includes(actor.role));
}

/** First line of every verb inside a project. */
export function authorise(ctx: Pick<Context, "actor">, ability: Ability): void {
  if (may(ctx.actor, ability)) return;
  const fix =
    ctx.actor.type === "apiKey"
      ? `Use an API key with the scope "${ability}".`
      : "Ask an owner or admin of the organisation.";
  throw new DomainError("forbidden", `This needs the right to ${ability} in the project.`, { fix });
}
