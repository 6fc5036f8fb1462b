import { z } from "zod";
import { isJson } from "./is-json";
import type { JsonValue } from "./json";
import { LIMITS } from "./limits";
import { isUuidV7 } from "./uuid";

const notJson = `must be JSON with finite numbers and at most ${LIMITS.jsonMembers} members in an object`;
export const json = z
  .custom<JsonValue>((value) => isJson(value, LIMITS.jsonDepth), notJson)
  .meta({ override: { description: "Any JSON." } });
export const name = z.string().min(1).max(LIMITS.nameLength);
export const text = z.string().max(LIMITS.textLength);
export const instant = z.iso.datetime({ offset: true });
export const count = z.number().int().min(0);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits in lower case");
export const runId = z
  .string()
  .refine(isUuidV7, "must be a UUID version 7 in lower case")
  .meta({ format: "uuid" });
export const tags = z
  .record(name, text)
  .refine((value) => Object.keys(value).length <= LIMITS.tags, `must not hold more than ${LIMITS.tags} tags`);
