import { authenticateApiKey, type Context, DomainError, noteApiKeyUse } from "@heddle/core";
import type { Services } from "../services";
import { KeyCache } from "./key-cache";

const NOTE_EVERY_MS = 60_000;

const UNKNOWN = {
  message: "The API key is missing, unknown or revoked.",
  fix: "Send the header `Authorization: Bearer hdl_...` with a key from the project's settings.",
};

/** Turns the Authorization header of a request into the context that verbs take. */
export function createAuthenticator(services: Services): (header: string | null) => Promise<Context> {
  const { db, log } = services;
  const ctx = { db, now: () => new Date() };
  const hashingKey = services.keys.apiKey;
  const cache = new KeyCache(
    (key) => authenticateApiKey({ ctx, input: { key }, hashingKey }),
    () => Date.now(),
  );
  const noted = new Map<string, number>();

  function noteUse(keyId: string): void {
    const now = Date.now();
    if (now - (noted.get(keyId) ?? 0) < NOTE_EVERY_MS) return;
    noted.set(keyId, now);
    noteApiKeyUse({ ctx, input: { keyId } }).catch((error: unknown) => {
      log.warn({ err: error }, "the use of a key was not noted");
    });
  }

  return async (header) => {
    const key = /^Bearer +(\S+)$/i.exec(header ?? "")?.[1];
    const found = key === undefined ? null : await cache.get(key);
    if (!found) throw new DomainError("unauthenticated", UNKNOWN.message, { fix: UNKNOWN.fix });
    noteUse(found.keyId);
    const actor = { type: "apiKey", keyId: found.keyId, name: found.name, scopes: found.scopes } as const;
    return { ...ctx, scope: found.scope, actor };
  };
}
