type ApiKeyScope = "ingest" | "read" | "admin";

/** A key as which each operation of the HTTP API is called, and the project that the request names. */
export interface KeyHolder {
  scopes: ApiKeyScope[];
  /** Whose it is. "other" is another project of the same organisation, "foreign" another tenant. */
  of: "project" | "other" | "organization" | "foreign";
  names?: "project" | "other" | "foreign";
  /** Why it opens nothing. */
  dead?:
    | "missing"
    | "malformed"
    | "unknown"
    | "revoked"
    | "expired"
    | "project deleted"
    | "organization deleted";
}

const all: ApiKeyScope[] = ["ingest", "read", "admin"];
const dead = (why: KeyHolder["dead"]): KeyHolder => ({ scopes: all, of: "project", dead: why });

const KEY_HOLDERS = {
  "no key": dead("missing"),
  "something that is not a key": dead("malformed"),
  "unknown key": dead("unknown"),
  "revoked key": dead("revoked"),
  "expired key": dead("expired"),
  "key of a deleted project": dead("project deleted"),
  "key of a deleted organisation": dead("organization deleted"),
  "ingest key": { scopes: ["ingest"], of: "project" },
  "read key": { scopes: ["read"], of: "project" },
  "admin key": { scopes: ["admin"], of: "project" },
  "key that names its project": { scopes: all, of: "project", names: "project" },
  "key that names another project": { scopes: all, of: "project", names: "other" },
  "key of another project": { scopes: all, of: "other" },
  "organisation's ingest key": { scopes: ["ingest"], of: "organization", names: "project" },
  "organisation's read key": { scopes: ["read"], of: "organization", names: "project" },
  "organisation's admin key": { scopes: ["admin"], of: "organization", names: "project" },
  "organisation's key that names no project": { scopes: all, of: "organization" },
  "organisation's key that names another's project": { scopes: all, of: "organization", names: "foreign" },
  "another tenant's key": { scopes: all, of: "foreign" },
  "another tenant's key that names the project": { scopes: all, of: "foreign", names: "project" },
} as const satisfies Record<string, KeyHolder>;

export const keyHolders: [string, KeyHolder][] = Object.entries(KEY_HOLDERS);
