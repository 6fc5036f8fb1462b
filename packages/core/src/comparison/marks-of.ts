import type { RunMarks } from "@heddle/contract";
import { type InputColumn, inputsMoved } from "./input-mark";

/** Of more input nodes than this only the first are compared; that they are equal then says nothing. */
export const COMPARED_INPUTS = 50;

/** What a mark is decided by. Digests are of the stored values; equal digests are equal values. */
export interface MarkedRun {
  id: string;
  codeVersion: string | null;
  environmentHash: string | null;
  /** Of the run's own configuration. */
  config: string;
  /** Of what the run declared as its inputs; null when it declared none. */
  inputs: string | null;
}

export interface MarkedVersion {
  hash: string;
  config: string;
  /** Of all nodes' names and code hashes; null while hashes are not there. */
  code: string | null;
  /** Whether each node that has code has a hash of it. */
  complete: boolean;
  algorithm: string | null;
  /** Keys of the input nodes, at most COMPARED_INPUTS and one more. */
  inputNodes: string[];
}

export interface MarkFacts {
  versions: ReadonlyMap<string, MarkedVersion>;
  /** Columns of input nodes, by run. */
  stored: ReadonlyMap<string, readonly InputColumn[]>;
  /** Of packages and runtime, by the environment's hash. */
  environments: ReadonlyMap<string, string>;
}

/** What differs between a run and the previous one of its pipeline; null is "not known". */
export function marksOf(before: MarkedRun, now: MarkedRun, facts: MarkFacts): RunMarks {
  const then = before.codeVersion === null ? undefined : facts.versions.get(before.codeVersion);
  const version = now.codeVersion === null ? undefined : facts.versions.get(now.codeVersion);
  return {
    code: codeMark(before, now, then, version),
    input: inputMark(before, now, version, facts.stored),
    config: configMark(before, now, then, version),
    environment: environmentMark(before.environmentHash, now.environmentHash, facts.environments),
  };
}

function codeMark(before: MarkedRun, now: MarkedRun, then?: MarkedVersion, version?: MarkedVersion) {
  if (before.codeVersion === null || now.codeVersion === null) return null;
  if (before.codeVersion === now.codeVersion) return false;
  if (!then || !version || then.code === null || version.code === null) return null;
  if (then.algorithm !== null && version.algorithm !== null && then.algorithm !== version.algorithm)
    return null;
  if (then.code !== version.code) return true;
  return then.complete && version.complete ? false : null;
}

function configMark(before: MarkedRun, now: MarkedRun, then?: MarkedVersion, version?: MarkedVersion) {
  if (before.config !== now.config) return true;
  if (before.codeVersion === now.codeVersion) return false;
  return then && version ? then.config !== version.config : null;
}

function environmentMark(before: string | null, now: string | null, digests: ReadonlyMap<string, string>) {
  if (before === null || now === null) return null;
  if (before === now) return false;
  const [then, since] = [digests.get(before), digests.get(now)];
  return then === undefined || since === undefined ? null : then !== since;
}

/** Declared inputs, then the input nodes that both runs stored a profile of. */
function inputMark(
  before: MarkedRun,
  now: MarkedRun,
  version: MarkedVersion | undefined,
  stored: MarkFacts["stored"],
): boolean | null {
  const declared = before.inputs !== null && now.inputs !== null;
  if (declared && before.inputs !== now.inputs) return true;
  const moved = inputsMoved(stored.get(before.id) ?? [], stored.get(now.id) ?? []);
  if (moved === "nothing") return declared ? false : null;
  const more = (version?.inputNodes.length ?? 0) > COMPARED_INPUTS;
  return more && moved === false ? null : moved;
}
