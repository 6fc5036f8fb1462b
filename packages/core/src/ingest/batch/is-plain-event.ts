import { isCount, isJson, isObject, isUuidV7, LIMITS, type TelemetryEvent } from "@heddle/contract";
import { z } from "zod";

type Members = Record<string, unknown>;

const STATUSES = new Set<unknown>(["succeeded", "failed", "skipped"]);
const ROLES = new Set<unknown>(["result", "parameter", "metric", "info"]);
const INSTANT = z.core.regexes.datetime({ offset: true });
const ATTRIBUTE_MEMBERS = 5;
const NODE_MEMBERS = 6;
/** The event, its list of attributes, the attribute. */
const LEVELS_ABOVE_VALUE = 3;

/**
 * Whether this is an event about a node as nearly all are, with nothing in it that the schema would refuse or leave
 * out. Of the time of an honest batch, the schema takes nine tenths to say the same. Everything else is for it.
 */
export function isPlainEvent(raw: unknown): raw is TelemetryEvent {
  if (!isObject(raw) || !isAboutNode(raw)) return false;
  const members = Object.keys(raw).length - NODE_MEMBERS;
  if (raw.type === "node.started") return members === 1 && isInstant(raw.startedAt);
  if (raw.type !== "node.finished" || !STATUSES.has(raw.status) || !isInstant(raw.finishedAt)) return false;
  const { startedAt, attributes } = raw;
  let expected = 2;
  if (startedAt !== undefined) {
    if (!isInstant(startedAt)) return false;
    expected++;
  }
  if (attributes !== undefined) {
    if (!areAttributes(attributes)) return false;
    expected++;
  }
  return members === expected;
}

function isAboutNode({ seq, runId, node, task, attempt }: Members): boolean {
  return (
    isCount(seq) &&
    typeof runId === "string" &&
    isUuidV7(runId) &&
    isName(node) &&
    typeof task === "string" &&
    task.length <= LIMITS.nameLength &&
    isCount(attempt) &&
    attempt <= 10_000
  );
}

function areAttributes(value: unknown): boolean {
  return Array.isArray(value) && value.length <= LIMITS.columnsPerProfile && value.every(isAttribute);
}

function isAttribute(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { name, role, type, schemaVersion } = value;
  return (
    typeof name === "string" &&
    name.length <= LIMITS.nameLength &&
    ROLES.has(role) &&
    isName(type) &&
    isCount(schemaVersion) &&
    schemaVersion <= 1000 &&
    isJson(value.value, LIMITS.jsonDepth - LEVELS_ABOVE_VALUE) &&
    Object.keys(value).length === ATTRIBUTE_MEMBERS
  );
}

function isName(value: unknown): boolean {
  return typeof value === "string" && value.length > 0 && value.length <= LIMITS.nameLength;
}

function isInstant(value: unknown): boolean {
  return typeof value === "string" && INSTANT.test(value);
}
