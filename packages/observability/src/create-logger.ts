import { type LevelWithSilent, type Logger, pino } from "pino";

export type { Logger };

/** One line of JSON for each event. `describeError` decides what of an error is written down. */
export function createLogger(options: {
  level: LevelWithSilent;
  describeError: (error: unknown) => Record<string, unknown>;
}): Logger {
  return pino({ level: options.level, base: undefined, serializers: { err: options.describeError } });
}
