import { type AuthenticatedKey, authenticateApiKey, DomainError, noteApiKeyUse } from "@heddle/core";
import type { Services } from "../services";
import { bearerOf } from "./bearer";
import { KeyCache } from "./key-cache";
import type { KeyCaller } from "./key-caller";
import { createProjectFinder } from "./named-project";

const NOTE_EVERY_MS = 60_000;

const UNKNOWN = {
  message: "The API key is missing, unknown, revoked or expired.",
  fix: "Send the header `Authorization: Bearer hdl_...` with a key from the settings of the project or organisation.",
};

export interface Credentials {
  /** The header Authorization as it came. */
  authorization: string | null;
  /** The header x-heddle-project: slug of the project that the request is about. */
  project: string | null;
  /** Network address of the caller. */
  address: string;
}

/** Turns the headers of a request into who asks and the contexts that verbs take. */
export function createAuthenticator(services: Services): (credentials: Credentials) => Promise<KeyCaller> {
  const { db, log } = services;
  const ctx = { db, now: () => new Date() };
  const hashingKey = services.keys.apiKey;
  const clock = () => Date.now();
  const cache = new KeyCache((key) => authenticateApiKey({ ctx, input: { key }, hashingKey }), clock);
  const findProject = createProjectFinder(db, clock);
  const noted = new Map<string, number>();

  function noteUse(keyId: string): void {
    const now = Date.now();
    if (now - (noted.get(keyId) ?? 0) < NOTE_EVERY_MS) return;
    noted.set(keyId, now);
    noteApiKeyUse({ ctx, input: { keyId } }).catch((error: unknown) => {
      log.warn({ err: error }, "the use of a key was not noted");
    });
  }

  async function find(authorization: string | null): Promise<AuthenticatedKey> {
    const key = bearerOf(authorization);
    const found = key === null ? null : await cache.get(key);
    if (!found) throw new DomainError("unauthenticated", UNKNOWN.message, { fix: UNKNOWN.fix });
    noteUse(found.keyId);
    return found;
  }

  return async ({ authorization, project: named, address }) => {
    const key = await find(authorization);
    const { keyId, name, scopes, expiresAt, organizationId } = key;
    const actor = { type: "apiKey", keyId, name, scopes, expiresAt } as const;
    const base = { ...ctx, address, actor };
    const project = async () => {
      const projectId = await findProject(key, named);
      return { ...base, scope: { organizationId, projectId } };
    };
    const organization = () => {
      if (key.projectId === null) return { ...base, organizationId };
      throw new DomainError(
        "forbidden",
        "This is about the organisation, and the key belongs to a project.",
        {
          fix: "Use a key from the settings of the organisation.",
        },
      );
    };
    const ofOrganization = key.projectId === null && named === null;
    return {
      actor,
      project,
      organization,
      tenant: async () => (ofOrganization ? organization() : project()),
    };
  };
}
