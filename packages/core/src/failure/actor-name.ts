import type { Actor } from "../context";

/** As the audit log names who does something. */
export function actorName(actor: Actor): string {
  if (actor.type === "user") return actor.email;
  return actor.type === "apiKey" ? actor.name : actor.job;
}
