import { type AuthenticatedKey, DomainError, findProjectInOrganization } from "@heddle/core";
import { LONGEST } from "@heddle/core/slug-of";
import type { Database } from "@heddle/db";
import { BriefMemory } from "./brief-memory";

/** As the API document writes it. */
export const PROJECT_HEADER = "x-heddle-project";

type Find = (key: AuthenticatedKey, named: string | null) => Promise<string>;

/** Finds the project that a request is about, from its key and the project that it names. */
export function createProjectFinder(db: Database, now: () => number): Find {
  const memory = new BriefMemory<{ projectId: string } | null>(now);

  async function inOrganization(organizationId: string, named: string): Promise<string> {
    const unknown = () =>
      noSuchProject(named, "Check the slug: it is the second part of the project's address.");
    // No slug is so long, and what is remembered must not be as large as whoever asks likes.
    if (named.length > LONGEST) throw unknown();
    const find = () => findProjectInOrganization({ ctx: { db, organizationId }, input: { project: named } });
    const found = await memory.get(`${organizationId} ${named}`, find);
    if (found) return found.projectId;
    throw unknown();
  }

  return async (key, named) => {
    if (key.projectId === null) {
      if (named !== null) return inOrganization(key.organizationId, named);
      throw new DomainError("invalid", "A key of an organisation does not say which project is meant.", {
        fix: `Name the project with the header \`${PROJECT_HEADER}: <slug>\`; for the SDK, set HEDDLE_PROJECT.`,
      });
    }
    if (named === null || named === key.project) return key.projectId;
    throw noSuchProject(
      named,
      "The key belongs to another project: leave out the header, or use that one's key.",
    );
  };
}

function noSuchProject(named: string, fix: string): DomainError {
  return new DomainError("not_found", `There is no project ${named.slice(0, 100)} for this key.`, { fix });
}
