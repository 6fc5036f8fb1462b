import type { AuditEventView } from "@heddle/contract";
import { auditSentence } from "./audit-sentence";

export type AuditFormat = "csv" | "jsonl";

const COLUMNS: readonly [string, (event: AuditEventView) => string][] = [
  ["id", ({ id }) => id],
  ["at", ({ at }) => at],
  ["actor_type", ({ actor }) => actor.type],
  ["actor", ({ actor }) => actor.name],
  ["actor_id", ({ actor }) => actor.id ?? ""],
  ["action", ({ action }) => action],
  ["target", ({ target }) => target],
  ["target_id", ({ targetId }) => targetId ?? ""],
  ["project", ({ project }) => project?.slug ?? project?.id ?? ""],
  ["address", ({ address }) => address ?? ""],
  ["what", auditSentence],
  ["detail", ({ detail }) => JSON.stringify(detail)],
];

/** What the file begins with. */
export function auditFileHead(format: AuditFormat): string {
  // With the mark of UTF-8, for programs that would take it for something else.
  return format === "csv" ? `\ufeff${COLUMNS.map(([name]) => name).join(",")}\r\n` : "";
}

/** Events as lines of the file. */
export function auditFileLines(format: AuditFormat, events: readonly AuditEventView[]): string {
  if (format === "jsonl") return events.map((event) => `${JSON.stringify(event)}\n`).join("");
  return events.map((event) => `${COLUMNS.map(([, cell]) => csvCell(cell(event))).join(",")}\r\n`).join("");
}

/** Quoted as RFC 4180 says. What a spreadsheet would run as a formula is made a text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
