import type { Role } from "@heddle/core";
import type { Person } from "./people";
import type { Who } from "./row";

export type Verdict = "open" | "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND";

const ROLES: Role[] = ["viewer", "member", "admin", "owner"];

/** What the table promises a person of a route that is open to `who`. */
export function expectedOf(who: Who, person: Pick<Person, "organization" | "project" | "signedIn">): Verdict {
  if (who === "anyone") return "open";
  if (!person.signedIn) return "UNAUTHORIZED";
  if (who === "user") return "open";
  const role = who.startsWith("organization") ? person.organization : person.project;
  if (role === null) return "NOT_FOUND";
  const least = ROLES.findIndex((known) => who.endsWith(` ${known}`));
  return ROLES.indexOf(role) >= least ? "open" : "FORBIDDEN";
}
