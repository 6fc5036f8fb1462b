import { type DestinationStream, type LevelWithSilent, type Logger, pino } from "pino";
import { logFields } from "./log-fields";

export type { Logger };

/**
 * One line of JSON for each event, with the fields of the request, job or sweep that it happens in.
 * `describeError` decides what of an error is written down.
 */
export function createLogger(options: {
  level: LevelWithSilent;
  describeError: (error: unknown) => Record<string, unknown>;
  /** Standard output unless given. */
  to?: DestinationStream;
}): Logger {
  const { level, describeError, to = pino.destination(1) } = options;
  const mixin = () => ({ ...logFields() });
  return pino({ level, base: undefined, serializers: { err: describeError }, mixin }, to);
}
