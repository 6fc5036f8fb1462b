import { notice } from "../delivery/notice";

/** Does something for the record: whatever goes wrong with it must not reach the pipeline. */
export function safely<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    notice("could not record a part of a run.");
    return undefined;
  }
}
