import type { JobName, JobRules } from "@heddle/queue";
import { formatDuration } from "../../format/duration";

/** What a kind of job does. */
export const JOB_WORDS: Record<JobName, string> = {
  drain: "Stores what waits in a project’s inbox",
  "hash-version": "Hashes the nodes of a new code version",
  "evaluate-alert": "Decides whom a failed run is told to",
  "deliver-alert": "Sends one message to one channel",
};

const MOST_WAITS = 5;

/** How often a job is tried, and how long the waits between are. */
export function rulesInWords({ attempts, backoffMs, timeoutMs }: JobRules): string {
  const waits = Array.from({ length: attempts - 1 }, (_, at) => formatDuration(backoffMs * 2 ** at));
  const between =
    waits.length > MOST_WAITS
      ? `${waits.slice(0, 3).join(", ")} … ${waits.at(-1)} apart`
      : `${waits.join(", ")} apart`;
  return `Up to ${attempts} times, ${between}; each may take ${formatDuration(timeoutMs)}`;
}
