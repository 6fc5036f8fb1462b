import type { NodeStatus } from "@heddle/contract";
import type { RunModel } from "../run/run-model";
import type { Colour } from "./colours";
import { durationStep } from "./duration-step";
import type { FoldedModule } from "./folded-module";

export const FAILED_FILL = "var(--failed)";
const FILL: Record<NodeStatus, string> = {
  succeeded: "var(--n400)",
  running: "var(--running)",
  failed: FAILED_FILL,
  skipped: "var(--n200)",
  pending: "var(--n200)",
};

interface Look {
  model: Pick<RunModel, "byName">;
  folded: ReadonlyMap<string, FoldedModule>;
  colour: Colour;
  /** Longest duration of a node, and of a folded module. */
  longest: number;
  changed: ReadonlySet<string>;
  /** Nodes below changed ones. */
  below: ReadonlySet<string>;
}

/** The colour of a box where it has no words; failures keep theirs. */
export function boxFill(name: string, look: Look): string | null {
  const node = look.model.byName.get(name);
  const module = look.folded.get(name);
  const status = node?.status ?? module?.status;
  if (status === undefined) return null;
  if (status === "failed") return FAILED_FILL;
  if (look.colour === "changed") {
    if (look.changed.has(name) || (module && module.changed > 0)) return "var(--text)";
    return look.below.has(name) ? "var(--n500)" : "var(--n200)";
  }
  const worked = node ? node.durationMs : (module?.workMs ?? null);
  if (look.colour === "duration" && worked !== null)
    return `var(--seq-${durationStep(worked, look.longest)})`;
  return FILL[status];
}
