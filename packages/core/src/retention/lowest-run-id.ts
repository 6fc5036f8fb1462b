import { createUuidV7 } from "@heddle/contract";

/** The boundary between ids of runs that began before a time and those that began at it or later. */
export function lowestRunId(time: Date): string {
  return `${createUuidV7(Math.max(0, time.getTime())).slice(0, 14)}7000-8000-000000000000`;
}
