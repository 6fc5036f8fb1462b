import type { Stretch } from "@heddle/core/diff/line-diff";

export type DiffView = "split" | "unified";

/** A row of a diff: lines by their place on each side, from 0, or a stretch of equal lines that is folded. */
export type DiffRow =
  | { kind: "line"; before: number | null; after: number | null; changed: boolean }
  | { kind: "fold"; before: number; after: number; count: number };

/** Equal lines that stay on each side of a change. */
const CONTEXT = 3;
/** Fewer lines than this are not worth a fold. */
const LEAST_FOLDED = 5;

/** The rows that show some stretches. `open` holds the folds, by their first line before, that were opened. */
export function diffRows(
  stretches: readonly Stretch[],
  view: DiffView,
  open: ReadonlySet<number>,
): DiffRow[] {
  // What did not change at all is read as it is.
  if (stretches.length === 1 && stretches[0]?.same) return stretches.flatMap(equalLines);
  return stretches.flatMap((stretch, index) => {
    if (!stretch.same) return view === "split" ? besides(stretch) : oneAfterTheOther(stretch);
    const lines = equalLines(stretch);
    const head = index === 0 ? 0 : CONTEXT;
    const tail = index === stretches.length - 1 ? 0 : CONTEXT;
    const count = lines.length - head - tail;
    const fold = {
      kind: "fold" as const,
      before: stretch.before.start + head,
      after: stretch.after.start + head,
      count,
    };
    if (count < LEAST_FOLDED || open.has(fold.before)) return lines;
    return [...lines.slice(0, head), fold, ...lines.slice(lines.length - tail)];
  });
}

function equalLines({ before, after }: Stretch): DiffRow[] {
  return Array.from({ length: before.count }, (_, i) => ({
    kind: "line" as const,
    before: before.start + i,
    after: after.start + i,
    changed: false,
  }));
}

function besides({ before, after }: Stretch): DiffRow[] {
  return Array.from({ length: Math.max(before.count, after.count) }, (_, i) => ({
    kind: "line" as const,
    before: i < before.count ? before.start + i : null,
    after: i < after.count ? after.start + i : null,
    changed: true,
  }));
}

function oneAfterTheOther({ before, after }: Stretch): DiffRow[] {
  return [
    ...besides({ same: false, before, after: { ...after, count: 0 } }),
    ...besides({ same: false, before: { ...before, count: 0 }, after }),
  ];
}
