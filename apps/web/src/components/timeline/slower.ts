import type { UsualNode } from "@heddle/core";
import type { RunModel } from "../run/run-model";

export type UsualByNode = ReadonlyMap<string, Pick<UsualNode, "p50" | "p90">>;

export interface SlowNode {
  name: string;
  /** Milliseconds beyond the time in which nine tenths of its runs end. */
  over: number;
  p90: number;
}

/** Less than this is not worth a word: clocks and schedulers are no better. */
const LEAST = { milliseconds: 5, share: 0.05 };

/** Nodes that worked longer than they usually do, by how much, the most first. */
export function slowerNodes(model: Pick<RunModel, "spans" | "byName">, usual: UsualByNode): SlowNode[] {
  const slow: SlowNode[] = [];
  for (const [name, { start, end }] of model.spans) {
    const p90 = usual.get(name)?.p90;
    if (p90 === undefined || model.byName.get(name)?.status === "failed") continue;
    const over = end - start - p90;
    if (over > LEAST.milliseconds && over > p90 * LEAST.share) slow.push({ name, over, p90 });
  }
  return slow.sort((a, b) => b.over - a.over || (a.name < b.name ? -1 : 1));
}
