import type { Identified } from "./row";

/** Says what the table and the server do not have in common. Empty when they agree. */
export function differences(table: Iterable<string>, server: Iterable<string>): string[] {
  const [listed, found] = [new Set(table), new Set(server)];
  return [
    ...[...found]
      .filter((route) => !listed.has(route))
      .map((route) => `${route} is served and not on the table: say in src/testing/access who may call it`),
    ...[...listed]
      .filter((route) => !found.has(route))
      .map((route) => `${route} is on the table and not served`),
  ].sort();
}

/** A field that looks as though it named a row of somebody. */
const NAMES_A_ROW = /^(ids?|.+Ids?|slug|token|cursor|to)$/;

/** Fields of a call that could name another tenant's row, and whose row on the table does not say so. */
export function unnamedIds(fields: string[], row: Identified): string[] {
  const known = [...(row.ids ?? []), ...(row.places ?? []), ...(row.plain ?? [])];
  return fields.filter((field) => NAMES_A_ROW.test(field) && !known.includes(field));
}
