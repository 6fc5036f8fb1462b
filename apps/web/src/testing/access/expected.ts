import type { Role } from "@heddle/core";
import type { KeyHolder } from "./key-holders";
import type { Person } from "./people";
import type { ApiRow, Who } from "./row";

export type Verdict = "open" | "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND";

type Asker = Pick<Person, "organization" | "project" | "signedIn" | "owns" | "operates">;

const ROLES: Role[] = ["viewer", "member", "admin", "owner"];

/** What the table promises a person of a route that is open to `who`. */
export function expectedOf(who: Who, person: Asker): Verdict {
  if (who === "anyone") return "open";
  if (!person.signedIn) return "UNAUTHORIZED";
  if (who === "user") return "open";
  if (who === "owner of any") return person.owns ? "open" : "FORBIDDEN";
  if (who === "operator") return person.operates ? "open" : "NOT_FOUND";
  const role = who.startsWith("organization") ? person.organization : person.project;
  if (role === null) return "NOT_FOUND";
  const least = ROLES.findIndex((known) => who.endsWith(` ${known}`));
  return ROLES.indexOf(role) >= least ? "open" : "FORBIDDEN";
}

/** The same, where those without the role are not told that they lack it. */
export function expectedOfRow({ who, hidden }: { who: Who; hidden?: true }, person: Asker): Verdict {
  const verdict = expectedOf(who, person);
  return hidden && verdict === "FORBIDDEN" ? "NOT_FOUND" : verdict;
}

/** What the table promises a key of an operation of the HTTP API: "open", or the status of the refusal. */
export function expectedOfKey(
  { who, of, ids = [] }: Pick<ApiRow, "who" | "of" | "ids">,
  holder: KeyHolder,
): "open" | "400" | "401" | "403" | "404" {
  if (who === "anyone") return "open";
  if (holder.dead) return "401";
  if (!holder.scopes.some((scope) => who === `key ${scope}`)) return "403";
  const home = holder.of === "project" || holder.of === "organization";
  const found = home || ids.length === 0 ? "open" : "404";
  if (of === "organization") return holder.of === "organization" ? found : "403";
  if (holder.of !== "organization")
    return holder.names === undefined || (holder.of === "project" && holder.names === "project")
      ? found
      : "404";
  // Ids on the table are of things of the project, which are none of the organisation itself.
  if (holder.names === undefined) return of !== "tenant" ? "400" : ids.length === 0 ? "open" : "404";
  return holder.names === "foreign" ? "404" : found;
}
