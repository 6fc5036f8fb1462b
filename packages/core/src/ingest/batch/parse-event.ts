import { createHash } from "node:crypto";
import {
  isProfile,
  LIMITS,
  manifestIdentity,
  PROFILE_TYPE,
  PROFILE_VERSION,
  profileSchema,
  type Rejection,
  type TelemetryEvent,
  telemetryEventSchema,
  uuidV7Time,
} from "@heddle/contract";
import type { z } from "zod";
import { isDeeperThan } from "./depth";
import { isPlainEvent } from "./is-plain-event";
import { pointerOf, remedyOf } from "./zod-issue";

type Refusal = Omit<Rejection, "index">;
export type ParsedEvent = { ok: true; event: TelemetryEvent } | { ok: false; refusal: Refusal };

const INSTANTS = ["startedAt", "finishedAt", "at"];
const LATEST_INSTANT = Date.UTC(9999, 11, 31);

/**
 * Accepts or refuses one event. A pure function of the event and of when its batch was received, so that
 * the worker decides as the API did.
 */
export function parseEvent(raw: unknown, receivedAt: Date): ParsedEvent {
  if (isPlainEvent(raw)) return check(raw, receivedAt);
  if (isDeeperThan(raw, LIMITS.jsonDepth)) {
    return refuse(
      "too_deep",
      `The event is nested deeper than ${LIMITS.jsonDepth} levels.`,
      "",
      "Flatten it.",
    );
  }
  const parsed = telemetryEventSchema.safeParse(raw);
  if (!parsed.success) return refuseIssue(parsed.error.issues[0], []);
  return check(parsed.data, receivedAt);
}

/** What no schema can say. */
function check(event: TelemetryEvent, receivedAt: Date): ParsedEvent {
  return checkTimes(event, receivedAt) ?? checkManifest(event) ?? checkProfiles(event) ?? { ok: true, event };
}

function checkTimes(event: TelemetryEvent, receivedAt: Date): ParsedEvent | undefined {
  const age = receivedAt.getTime() - uuidV7Time(event.runId);
  if (age > LIMITS.runAgeMs || age < -LIMITS.runFutureMs) {
    const message = "The time inside the run's id is not within 35 days before and one day after now.";
    const fix = "Make the id (a UUID version 7) when the run starts, on a machine whose clock is right.";
    return refuse("run_id_out_of_window", message, "/runId", fix);
  }
  for (const field of INSTANTS) {
    const value = (event as unknown as Record<string, unknown>)[field];
    if (typeof value !== "string") continue;
    const time = Date.parse(value);
    if (time >= 0 && time < LATEST_INSTANT) continue;
    const message = "The time lies before 1970 or after 9999.";
    return refuse("time_out_of_range", message, `/${field}`, "Send the right time.");
  }
  return undefined;
}

function checkManifest(event: TelemetryEvent): ParsedEvent | undefined {
  if (event.type !== "code.version") return undefined;
  const hash = createHash("sha256").update(manifestIdentity(event.manifest)).digest("hex");
  if (hash === event.hash) return undefined;
  return refuse(
    "hash_mismatch",
    `The manifest's hash is ${hash}.`,
    "/hash",
    "Send the hash of this manifest.",
  );
}

function checkProfiles(event: TelemetryEvent): ParsedEvent | undefined {
  if (event.type !== "node.finished") return undefined;
  for (const [index, attribute] of (event.attributes ?? []).entries()) {
    if (attribute.type !== PROFILE_TYPE || attribute.schemaVersion !== PROFILE_VERSION) continue;
    if (isProfile(attribute.value)) continue;
    const profile = profileSchema.safeParse(attribute.value);
    if (!profile.success) return refuseIssue(profile.error.issues[0], ["attributes", index, "value"]);
  }
  return undefined;
}

function refuseIssue(issue: z.core.$ZodIssue | undefined, parents: PropertyKey[]): ParsedEvent {
  const path = pointerOf(issue && { ...issue, path: [...parents, ...issue.path] });
  return refuse(issue?.code ?? "invalid", issue?.message ?? "Invalid event", path, remedyOf(issue));
}

function refuse(code: string, message: string, path: string, fix: string): ParsedEvent {
  return { ok: false, refusal: { code, message: message.slice(0, 1000), path, fix: fix.slice(0, 1000) } };
}
