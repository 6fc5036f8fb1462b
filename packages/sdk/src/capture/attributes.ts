import {
  type Attribute,
  type JsonValue,
  PROFILE_TYPE,
  PROFILE_VERSION,
  type Profile,
  SCALAR_TYPE,
} from "@heddle/contract";
import { isSecretName, MASK, profileValue } from "@heddle/stats";
import type { OutgoingAttribute } from "../delivery/event";
import { toJson } from "./to-json";

/** Leaves room for the rest of an event of 4 MiB. */
const PROFILE_BYTES = 3 * 1024 * 1024;

/** A value in figures: its profile, and the value itself where it is a single number or boolean. */
export function resultAttributes(value: unknown): OutgoingAttribute[] {
  const attributes: OutgoingAttribute[] = [
    {
      name: "result",
      role: "result",
      type: PROFILE_TYPE,
      schemaVersion: PROFILE_VERSION,
      value: withinBytes(profileValue(value)),
    },
  ];
  if (typeof value === "number" || typeof value === "boolean") {
    attributes.push(scalar("value", "result", toJson(value)));
  }
  return attributes;
}

/** A parameter as an attribute; null when it is not a single value. */
export function parameterAttribute(name: string, value: unknown): Attribute | null {
  if (value !== null && !["string", "number", "boolean", "bigint"].includes(typeof value)) return null;
  return scalar(name.slice(0, 1000), "parameter", isSecretName(name) ? MASK : toJson(value));
}

function scalar(name: string, role: OutgoingAttribute["role"], value: JsonValue): Attribute {
  return { name, role, type: SCALAR_TYPE, schemaVersion: 1, value };
}

/** A very wide table keeps its first columns; `columnCount` still tells how many there are. */
function withinBytes(profile: Profile): Profile {
  if (profile.columns.length <= 500) return profile;
  let bytes = 0;
  const count = profile.columns.findIndex((column) => {
    bytes += Buffer.byteLength(JSON.stringify(column)) + 1;
    return bytes > PROFILE_BYTES;
  });
  return count < 0 ? profile : { ...profile, columns: profile.columns.slice(0, count) };
}
