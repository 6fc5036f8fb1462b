import type { HistoryRun } from "@heddle/core";
import type { Slot } from "./slots";

export const LANES = ["own", "upstream", "environment", "input", "config"] as const;
export type Lane = (typeof LANES)[number];

export const LANE_TITLES: Record<Lane, string> = {
  own: "Own code",
  upstream: "Upstream code",
  environment: "Packages",
  input: "Input",
  config: "Config",
};

/** A glyph for what the node is computed from or with; a dot for what cannot have moved it, or is not known to. */
export interface LaneMark {
  look: "glyph" | "dot";
  words: string;
}

/** What a lane shows at a place; null where nothing changed. */
export function laneMark(lane: Lane, { runs }: Slot): LaneMark | null {
  const marks = runs.flatMap((run) => markOf(lane, run) ?? []);
  return marks.find(({ look }) => look === "glyph") ?? marks[0] ?? null;
}

function markOf(lane: Lane, { code, marks }: HistoryRun): LaneMark | null {
  if (lane === "own") {
    return code?.own ? { look: "glyph", words: "the node's own code changed" } : null;
  }
  if (lane === "upstream") {
    if (code?.upstream) return { look: "glyph", words: "code that it is computed from changed" };
    if (!code?.version || code.own) return null;
    const known = code.own !== null && code.upstream !== null;
    const words = known
      ? "another version, the same code here and upstream"
      : "another version, whose code here could not be compared";
    return { look: "dot", words };
  }
  return marks?.[lane] ? { look: "glyph", words: LANE_WORDS[lane] } : null;
}

const LANE_WORDS: Record<"environment" | "input" | "config", string> = {
  environment: "packages or the runtime changed",
  input: "the run's input changed",
  config: "the configuration changed",
};

/** Everything that changed with a run, in words. */
export function changeWords(run: HistoryRun): string[] {
  return LANES.flatMap((lane) => markOf(lane, run)?.words ?? []);
}
