import { isSecretName, MASK, maskTokens } from "@heddle/stats";
import { safeLine } from "../../../apps/admin/src/output/safe";

const LEVELS: Record<number, string> = {
  10: "trace",
  20: "debug",
  30: "info",
  40: "warn",
  50: "error",
  60: "fatal",
};
/** A detail that is longer is cut: the dashboard has it whole. */
const LONGEST = 40;
// What pino adds to each line and a reader of a terminal does not need.
const UNSHOWN = new Set(["level", "time", "pid", "hostname", "msg", "name", "err", "v"]);

// With them one follows a failure through the log; beside what went well they are in the way.
const IDS = new Set(["requestId", "job", "jobId", "attempt", "sweep"]);
const WARN = 40;

/** A request that went well: where it brought something, the worker says so. */
const isQuiet = (entry: Entry) => entry.msg === "request" && entry.level < WARN;

/** One line of a process's output as lines for people; lines that are not pino's JSON stay as they are. */
export function formatLine(line: string): string[] {
  const entry = parseEntry(line);
  if (!entry) return line.trim() === "" ? [] : [maskTokens(line.trimEnd())];
  if (isQuiet(entry)) return [];
  const level = LEVELS[entry.level] ?? "info";
  const details = Object.entries(entry)
    .filter(([key, value]) => !UNSHOWN.has(key) && value !== undefined)
    .filter(([key]) => entry.level >= WARN || !IDS.has(key))
    .map(([key, value]) => `${key}=${show(key, value)}`);
  const head = [clock(entry.time), level.padEnd(5), entry.msg ?? "", ...details].join(" ").trimEnd();
  return [head, ...stackLines(entry.err)].map((text) => safeLine(maskTokens(text)));
}

type Entry = { level: number; time?: unknown; msg?: string; err?: unknown } & Record<string, unknown>;

function parseEntry(line: string): Entry | null {
  if (!line.startsWith("{")) return null;
  try {
    const value: unknown = JSON.parse(line);
    const isEntry =
      typeof value === "object" && value !== null && "level" in value && typeof value.level === "number";
    return isEntry ? (value as Entry) : null;
  } catch {
    return null;
  }
}

function clock(time: unknown): string {
  const date = new Date(typeof time === "number" || typeof time === "string" ? time : Number.NaN);
  if (Number.isNaN(date.getTime())) return "--:--:--";
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((n) => String(n).padStart(2, "0"))
    .join(":");
}

function show(key: string, value: unknown): string {
  if (isSecretName(key)) return MASK;
  const text = typeof value === "string" && !/[\s"=]/.test(value) ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function stackLines(error: unknown): string[] {
  if (typeof error !== "object" || error === null) return [];
  const stack = "stack" in error && typeof error.stack === "string" ? error.stack : "";
  const message = "message" in error && typeof error.message === "string" ? error.message : "";
  return (stack || message).split("\n").map((text) => `    ${text.trim()}`);
}
