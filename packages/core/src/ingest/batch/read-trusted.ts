import { type TelemetryEvent, telemetryEventSchema } from "@heddle/contract";
import { parseJson } from "./parse-json";
import { stripOf } from "./strip-unknown";

const strip = stripOf(telemetryEventSchema);

/**
 * The events of a decompressed batch that the API has looked at: those at the positions `rejected` were refused,
 * the others are as the contract says, but for members that it does not name. Gives what `readBatch` gives.
 */
export function readTrusted(inflated: Uint8Array, rejected: readonly number[]): TelemetryEvent[] {
  const { events } = parseJson(inflated) as unknown as { events: TelemetryEvent[] };
  const refused = new Set(rejected);
  const accepted = refused.size === 0 ? events : events.filter((_, index) => !refused.has(index));
  for (const event of accepted) strip?.(event);
  return accepted;
}
