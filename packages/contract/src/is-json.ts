import type { JsonValue } from "./json";
import { LIMITS } from "./limits";

/**
 * Whether `value` is what JSON can carry, with arrays and objects nested at most `levels` deep, and no
 * object of more members than are allowed. JSON.parse makes of 1e400 an infinity, which JSON does not have. By hand,
 * because a schema takes fifty times as long.
 */
export function isJson(value: unknown, levels: number): value is JsonValue {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value);
    case "object":
      if (value === null) return true;
      if (levels === 0) return false;
      return Array.isArray(value) ? isJsonArray(value, levels - 1) : isJsonObject(value, levels - 1);
    default:
      return false;
  }
}

function isJsonArray(values: unknown[], levels: number): boolean {
  for (let index = 0; index < values.length; index++) {
    if (!isJson(values[index], levels)) return false;
  }
  return true;
}

function isJsonObject(value: object, levels: number): boolean {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  let members = 0;
  for (const key in value) {
    if (++members > LIMITS.jsonMembers) return false;
    if (!isJson((value as Record<string, unknown>)[key], levels)) return false;
  }
  return true;
}
