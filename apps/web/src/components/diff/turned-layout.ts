import { layoutGraph, type PlacedNode } from "@heddle/core/graph/layout";
import { BOX, GAP } from "@heddle/core/graph/size";
import type { UnionNode } from "./near-changes";

/** Height of a box, and of the place that it has. */
const HEIGHT = 28;
const PLACE = 42;
/** Width of a box: enough for the longest name in its column, within limits. */
const WIDTH = { least: 84, most: 190, letter: 7, around: 40 };
const STRETCHED_GAP = 1.3;

export interface TurnedBox {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TurnedLayout {
  width: number;
  height: number;
  boxes: TurnedBox[];
  edges: { from: string; to: string; path: string }[];
  /** As it was before it was turned, for walking along edges. */
  placed: ReadonlyMap<string, PlacedNode>;
}

interface Column {
  top: number;
  left: number;
  width: number;
}

/** The layout of the run graph, turned to run from left to right: a diff has a wide, low place. */
export function turnedLayout(nodes: readonly UnionNode[]): TurnedLayout {
  const layout = layoutGraph(nodes);
  const columns = columnsOf(layout.nodes);
  const across = PLACE / (BOX.width + GAP.column);
  const along = (y: number) => leftOf(columns, y);
  const byTop = new Map(columns.map((column) => [column.top, column]));
  const boxes = layout.nodes.map(({ name, x, y }) => ({
    name,
    x: Math.round(along(y)),
    y: Math.round((x + BOX.width / 2) * across - HEIGHT / 2),
    width: byTop.get(y)?.width ?? WIDTH.least,
    height: HEIGHT,
  }));
  const last = columns.at(-1);
  return {
    width: last ? last.left + last.width : 0,
    height: Math.ceil(layout.width * across),
    boxes,
    edges: layout.edges.map(({ from, to, points }) => ({
      from,
      to,
      path: turnedPath(points.map((value, i) => (i % 2 === 0 ? value * across : along(value)))),
    })),
    placed: new Map(layout.nodes.map((node) => [node.name, node])),
  };
}

/** Rows of boxes become columns, each as wide as its longest name asks for. */
function columnsOf(nodes: readonly PlacedNode[]): Column[] {
  const longest = new Map<number, number>();
  for (const { name, y } of nodes) longest.set(y, Math.max(longest.get(y) ?? 0, name.length));
  const columns: Column[] = [];
  for (const [top, letters] of [...longest].sort(([a], [b]) => a - b)) {
    const before = columns.at(-1);
    const gap = before ? (top - before.top - BOX.height) * STRETCHED_GAP : 0;
    const wanted = Math.ceil(letters * WIDTH.letter) + WIDTH.around;
    columns.push({
      top,
      left: before ? Math.round(before.left + before.width + gap) : 0,
      width: Math.max(WIDTH.least, Math.min(WIDTH.most, wanted)),
    });
  }
  return columns;
}

/** Where a height of the upright picture lies from the left: boxes take their columns' width, gaps are stretched. */
function leftOf(columns: readonly Column[], y: number): number {
  let [low, high] = [0, columns.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((columns[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  const column = columns[low];
  if (!column) return 0;
  const inside = y - column.top;
  if (inside <= BOX.height) return column.left + (inside / BOX.height) * column.width;
  return column.left + column.width + (inside - BOX.height) * STRETCHED_GAP;
}

/** Straight through columns, curved between them; `points` are y, x, y, x. */
function turnedPath(points: readonly number[]): string {
  const at = (i: number) => Math.round((points[i] ?? 0) * 10) / 10;
  let path = `M${at(1)} ${at(0)}`;
  for (let i = 2; i + 1 < points.length; i += 2) {
    const [y0, x0, y, x] = [at(i - 2), at(i - 1), at(i), at(i + 1)];
    const curved = (i / 2) % 2 === 0 && y !== y0;
    const bend = (x - x0) / 2;
    if (curved) path += `C${x0 + bend} ${y0} ${x - bend} ${y} ${x} ${y}`;
    else if (x !== x0) path += `H${x}`;
  }
  return path;
}
