import type { ErrorReport } from "@heddle/contract";
import { maskSecrets } from "@heddle/stats";
import { parseFrames } from "./frames";
import { fit, fitName } from "./text";

const MOST_CAUSES = 10;
const unreadable: ErrorReport = { type: "Error", message: "(unreadable)", stack: "", frames: [], causes: [] };

/** What was thrown, for people to read, secrets masked. Anything can be thrown, also what cannot be read. */
export function reportError(thrown: unknown): ErrorReport {
  try {
    const stack = maskSecrets(
      fit(thrown instanceof Error && typeof thrown.stack === "string" ? thrown.stack : ""),
    );
    return { ...describe(thrown), stack, frames: parseFrames(stack), causes: causesOf(thrown) };
  } catch {
    return unreadable;
  }
}

function describe(thrown: unknown): { type: string; message: string } {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: textOf(thrown) };
  const own = thrown.name === "Error" ? thrown.constructor?.name : thrown.name;
  return { type: fitName(String(own || "Error")), message: textOf(thrown.message) };
}

function textOf(value: unknown): string {
  const text = typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
  return maskSecrets(fit(text ?? String(value)));
}

function causesOf(thrown: unknown): ErrorReport["causes"] {
  const causes: ErrorReport["causes"] = [];
  const seen = new Set([thrown]);
  let cause = thrown instanceof Error ? thrown.cause : undefined;
  while (cause !== undefined && cause !== null && !seen.has(cause) && causes.length < MOST_CAUSES) {
    seen.add(cause);
    causes.push(describe(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return causes;
}
