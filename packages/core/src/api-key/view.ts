import type { ApiKey } from "@heddle/contract";
import type { ApiKeyScope } from "../context";

/** All columns of a key but its hash, so that not even that is read. */
export const KEY_COLUMNS = {
  id: true,
  name: true,
  prefix: true,
  scopes: true,
  createdBy: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} as const;

interface Row {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export function toScopes(texts: string[]): ApiKeyScope[] {
  return texts.filter(
    (text): text is ApiKeyScope => text === "ingest" || text === "read" || text === "admin",
  );
}

/** A key as people see it. Instants are ISO 8601. */
export function apiKeyView(row: Row): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: toScopes(row.scopes),
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
