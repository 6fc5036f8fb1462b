import type { JsonValue } from "./json";

export type AttributeRole = "result" | "parameter" | "metric" | "info";

/** One fact about a run or a node run. `type` and `schemaVersion` say how to read and draw `value`. */
export interface Attribute {
  name: string;
  role: AttributeRole;
  type: string;
  schemaVersion: number;
  value: JsonValue;
}

/** The `type` of an attribute whose value is a `Profile`; the worker expands it to column statistics. */
export const PROFILE_TYPE = "heddle.profile";
/** The one `schemaVersion` of it that the server expands; others are kept as they are. */
export const PROFILE_VERSION = 1;
/** The `type` of an attribute whose value is one JSON scalar. */
export const SCALAR_TYPE = "heddle.scalar";
