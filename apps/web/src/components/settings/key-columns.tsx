"use client";
import type { ApiKey } from "@heddle/contract";
import { Ago, Instant } from "../time/instant";
import { useNow } from "../time/time-provider";
import type { Column } from "../ui/data-table";
import { Pill } from "../ui/pill";
import { SCOPES } from "./key-scopes";
import { keyState } from "./key-state";

function Ends({ apiKey }: { apiKey: ApiKey }) {
  const state = keyState(apiKey, useNow("minute"));
  if (apiKey.revokedAt !== null) {
    return (
      <Pill>
        revoked <Instant at={apiKey.revokedAt} />
      </Pill>
    );
  }
  if (apiKey.expiresAt === null) return <span className="text-ink-3">never</span>;
  if (state === "expired") {
    return (
      <Pill tone="failed">
        expired <Instant at={apiKey.expiresAt} />
      </Pill>
    );
  }
  if (state === "ending") {
    return (
      <Pill tone="warning">
        <Ago at={apiKey.expiresAt} />
      </Pill>
    );
  }
  return <Instant at={apiKey.expiresAt} />;
}

/** What is said of each key, active or not. */
export const KEY_COLUMNS: readonly Column<ApiKey>[] = [
  {
    key: "name",
    head: "Name",
    cell: ({ name }) => (
      <span title={name} className="block font-medium break-words desk:truncate">
        {name}
      </span>
    ),
  },
  {
    key: "prefix",
    head: "Key",
    className: "desk:w-32",
    cell: ({ prefix }) => <code className="text-ink-2">{prefix}…</code>,
  },
  {
    key: "scopes",
    head: "May",
    className: "desk:w-36",
    cell: ({ scopes }) => (
      <span className="text-ink-2">
        {SCOPES.filter(({ value }) => scopes.includes(value))
          .map(({ short }) => short)
          .join(", ")}
      </span>
    ),
  },
  {
    key: "created",
    head: "Created",
    className: "desk:w-60",
    cell: ({ createdAt, createdBy }) => (
      <span title={createdBy} className="block truncate text-ink-2">
        <Instant at={createdAt} className="text-ink" />
        {createdBy ? ` by ${createdBy}` : null}
      </span>
    ),
  },
  {
    key: "used",
    head: "Last used",
    className: "desk:w-24",
    cell: ({ lastUsedAt }) =>
      lastUsedAt ? <Ago at={lastUsedAt} /> : <span className="text-ink-3">never</span>,
  },
  { key: "ends", head: "Ends", className: "desk:w-32", cell: (apiKey) => <Ends apiKey={apiKey} /> },
];
