import { lowestRunId as lowestId } from "../retention/lowest-run-id";
import { decodeCursor, encodeCursor } from "../run/cursor";
import { isUuid } from "../run/uuid-text";
import type { Tenant } from "../tenant";
import type { ListAuditEventsInput } from "./inputs";

/** Longer than any transaction that writes an event may take, and than clocks of our processes differ. */
const SETTLED_AFTER_MS = 70_000;

/** Ids of the events that a page may show: `from` included, `below` not, `after` not. */
export interface Bounds {
  from: string | null;
  below: string | null;
  after: string | null;
}

/** A place in the record of one tenant: elsewhere it is no place. */
export function cursorAt(tenant: Tenant, order: ListAuditEventsInput["order"], id: string): string {
  return encodeCursor([tenant.projectId ?? tenant.organizationId, order, id]);
}

/** Ids are made of their time, so times and places are both ranges of ids. */
export function boundsOf(tenant: Tenant, input: ListAuditEventsInput, now: Date): Bounds {
  const { cursor, order, since, until } = input;
  const home = tenant.projectId ?? tenant.organizationId;
  const fits = ([owner, direction, id, ...rest]: string[]) =>
    owner === home && direction === order && isUuid(id ?? "") && rest.length === 0;
  const place = cursor ? (decodeCursor(cursor, fits)[2] ?? null) : null;
  const settled = lowestId(new Date(now.getTime() - SETTLED_AFTER_MS));
  const below = [
    until === undefined ? null : lowestId(new Date(until)),
    order === "oldest" ? settled : place,
  ].filter((id) => id !== null);
  return {
    from: since === undefined ? null : lowestId(new Date(since)),
    below: below.sort()[0] ?? null,
    after: order === "oldest" ? place : null,
  };
}
