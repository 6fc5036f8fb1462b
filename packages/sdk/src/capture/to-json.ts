import { type JsonValue, LIMITS } from "@heddle/contract";
import { isSecretName, MASK, maskSecrets } from "@heddle/stats";
import { fit } from "./text";

const DEPTH = 8;
const MOST_MEMBERS = 500;
const TEXT_LENGTH = 2000;

/** Any value as JSON of bounded size, secrets masked: for configuration and parameters. Never throws. */
export function toJson(value: unknown, depth = DEPTH): JsonValue {
  try {
    return convert(value, depth);
  } catch {
    return "[unreadable]";
  }
}

function convert(value: unknown, depth: number): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "string") return maskSecrets(fit(value, TEXT_LENGTH));
  if (typeof value !== "object") return fit(String(value), TEXT_LENGTH);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.constructor.name}, ${value.byteLength} bytes]`;
  if (depth === 0) return Array.isArray(value) ? "[list]" : "[object]";
  if (Array.isArray(value)) return value.slice(0, MOST_MEMBERS).map((member) => toJson(member, depth - 1));
  const members = Object.entries(value).slice(0, MOST_MEMBERS);
  return Object.fromEntries(
    members.map(([key, member]) => [
      fit(key, 200),
      isSecretName(key) && typeof member !== "object" ? MASK : toJson(member, depth - 1),
    ]),
  );
}

/** Tags as the server takes them: a bounded number, texts only, lists and objects as JSON. */
export function toTags(tags: Record<string, unknown> | undefined): Record<string, string> | undefined {
  if (tags === undefined || tags === null) return undefined;
  const entries = Object.entries(tags).filter(([key, value]) => key !== "" && value !== undefined);
  return Object.fromEntries(
    entries.slice(0, LIMITS.tags).map(([key, value]) => [fit(key, 200), tagText(toJson(value))]),
  );
}

function tagText(value: JsonValue): string {
  return typeof value === "string" ? value : fit(JSON.stringify(value), TEXT_LENGTH);
}
