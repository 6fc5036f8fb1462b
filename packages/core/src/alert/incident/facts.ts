import type { RunChanges, RunRef } from "../../comparison/change";
import type { ValueChange } from "../../comparison/value-changes";

/** Differences from the last good run, besides the code, that may explain the failure. Empty is "none recorded". */
export interface OtherCauses {
  /** Names of inputs whose values moved, upstream of the failure. */
  inputs: string[];
  config: ValueChange[];
  /** Packages, by name and version, then what else differs of the machine and its variables. */
  environment: ValueChange[];
}

/** Everything a message about a failed run says. Only what was recorded; null is "not known". */
export interface FailureFacts extends RunChanges {
  /** The group of same failures that it belongs to; null for a run without a pipeline. */
  failureId: string | null;
  organization: string;
  project: string;
  environment: string | null;
  pipeline: string | null;
  run: RunRef & { finishedAt: Date | null };
  failure: {
    /** The failed node that started first; null when the run failed outside of its nodes. */
    node: string | null;
    type: string;
    message: string;
    /** Innermost own frame of the traceback. */
    place: { file: string; line: number | null; function: string | null } | null;
  } | null;
  /** Owner of the failed node. */
  owner: string | null;
  /** Null when there is no last good run. */
  others: OtherCauses | null;
  /** Nodes that did not run because of the failure, in the order of the graph; the first few by name. */
  skipped: { count: number; names: string[] };
}
