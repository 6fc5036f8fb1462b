import type { AuditEventView } from "@heddle/contract";

type Detail = AuditEventView["detail"];
type Value = Detail[string];

export interface Change {
  /** What of it: empty when the thing itself. */
  field: string;
  from: string;
  to: string;
}

/** A detail as a word; "" when there is none. */
export function word(detail: Detail, name: string): string {
  return plain(detail[name]);
}

/** What was before and what is now, field by field. */
export function changesIn({ from, to }: Detail): Change[] {
  if (!isObject(from) && !isObject(to)) {
    return from === undefined && to === undefined ? [] : [{ field: "", from: plain(from), to: plain(to) }];
  }
  const [before, after] = [isObject(from) ? from : {}, isObject(to) ? to : {}];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field: fieldName(field), from: plain(before[field]), to: plain(after[field]) }))
    .filter((change) => change.from !== change.to);
}

function isObject(value: Value | undefined): value is Record<string, Value> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const FIELDS: Record<string, string> = { slug: "address", retentionDays: "days that runs are kept" };

const fieldName = (field: string) => FIELDS[field] ?? field;

function plain(value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}
