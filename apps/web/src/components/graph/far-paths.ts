import type { GraphLayout } from "@heddle/core/graph/layout";
import { BOX } from "@heddle/core/graph/size";
import { FAILED_FILL } from "./box-fill";

/** Boxes without words: for each colour all of them in one path. Failures come last, on top. */
export function farPaths(layout: GraphLayout, fillOf: (name: string) => string | null) {
  const paths = new Map<string, string>();
  for (const { name, x, y } of layout.nodes) {
    const fill = fillOf(name);
    if (fill === null) continue;
    paths.set(fill, `${paths.get(fill) ?? ""}M${x} ${y}h${BOX.width}v${BOX.height}h-${BOX.width}z`);
  }
  return [...paths]
    .map(([fill, d]) => ({ fill, d }))
    .sort((a, b) => Number(a.fill === FAILED_FILL) - Number(b.fill === FAILED_FILL));
}
