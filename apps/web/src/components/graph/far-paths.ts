import type { NodeStatus } from "@heddle/contract";
import type { GraphLayout } from "@heddle/core/graph/layout";
import { BOX } from "@heddle/core/graph/size";
import type { RunModel } from "../run/run-model";
import type { Colour } from "./colours";

const FILL: Record<NodeStatus, string> = {
  succeeded: "var(--n400)",
  running: "var(--running)",
  failed: "var(--failed)",
  skipped: "var(--n200)",
  pending: "var(--n200)",
};
const STEPS = 7;

/** Step 1 to 7 of the sequential scale; durations differ by powers, so the scale is one of powers. */
export function durationStep(milliseconds: number, longest: number): number {
  if (longest <= 1) return 1;
  const share = Math.log1p(milliseconds) / Math.log1p(longest);
  return Math.max(1, Math.min(STEPS, Math.ceil(share * STEPS)));
}

/** Boxes without words: for each colour all of them in one path. Failures come last, on top. */
export function farPaths(layout: GraphLayout, model: RunModel, colour: Colour, longest: number) {
  const paths = new Map<string, string>();
  for (const { name, x, y } of layout.nodes) {
    const node = model.byName.get(name);
    if (!node) continue;
    const timed = colour === "duration" && node.durationMs !== null && node.status !== "failed";
    const fill = timed ? `var(--seq-${durationStep(node.durationMs ?? 0, longest)})` : FILL[node.status];
    paths.set(fill, `${paths.get(fill) ?? ""}M${x} ${y}h${BOX.width}v${BOX.height}h-${BOX.width}z`);
  }
  return [...paths]
    .map(([fill, d]) => ({ fill, d }))
    .sort((a, b) => Number(a.fill === FILL.failed) - Number(b.fill === FILL.failed));
}
