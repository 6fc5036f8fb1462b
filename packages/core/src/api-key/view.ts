import type { ApiKeyScope } from "../context";

/** A key as people see it. Instants are ISO 8601. */
export interface ApiKeyView {
  id: string;
  name: string;
  /** The key's first characters. */
  prefix: string;
  scopes: ApiKeyScope[];
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

interface Row {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export function toScopes(texts: string[]): ApiKeyScope[] {
  return texts.filter(
    (text): text is ApiKeyScope => text === "ingest" || text === "read" || text === "admin",
  );
}

export function apiKeyView(row: Row): ApiKeyView {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: toScopes(row.scopes),
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
