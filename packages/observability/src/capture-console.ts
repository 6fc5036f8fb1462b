import { format } from "node:util";
import type { Logger } from "pino";

/** What libraries print becomes lines of the log, with the fields of the request or job that it belongs to. */
export function captureConsole(log: Logger): void {
  const to =
    (level: "info" | "warn" | "error") =>
    (...parts: unknown[]) => {
      const err = parts.find((part) => part instanceof Error);
      const text = format(...parts.filter((part) => part !== err)).trim();
      log[level]({ err }, text || "printed by a library");
    };
  Object.assign(console, { log: to("info"), info: to("info"), warn: to("warn"), error: to("error") });
}
