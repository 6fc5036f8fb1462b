import { type GraphLayout, layoutGraph, type PlacedNode } from "./layout";
import type { PlacedEdge } from "./place-edges";
import type { NodeLinks } from "./shape";
import { BOX } from "./size";

export interface ModuleNode extends NodeLinks {
  module: string | null;
}

/** The frame around the nodes of an open module. */
export interface Frame {
  module: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** `nodes` holds a folded module as one node, called by `moduleKey`; edges lead to and from it, too. */
export interface ModuleLayout extends GraphLayout {
  frames: Frame[];
}

/** Room between a frame and its nodes; above them stands its name. */
const PAD = { top: 30, side: 12, bottom: 12 };

/** What a module is called where names of nodes stand, too: names cannot hold NUL. */
export function moduleKey(module: string): string {
  return `\0${module}`;
}

/** The module that a key stands for; null for a name of a node. */
export function moduleOf(key: string): string | null {
  return key.startsWith("\0") ? key.slice(1) : null;
}

/** The module of each node as a vertex, nodes without one as themselves. */
function outerKey({ name, module }: ModuleNode): string {
  return module === null ? name : moduleKey(module);
}

/** Modules in place of their nodes, with what they depend on. */
function outerGraph(nodes: readonly ModuleNode[]): Map<string, Set<string>> {
  const keyOf = new Map(nodes.map((node) => [node.name, outerKey(node)]));
  const graph = new Map<string, Set<string>>();
  for (const node of nodes) {
    const key = outerKey(node);
    const above = graph.get(key) ?? new Set();
    for (const name of node.dependencies) {
      const other = keyOf.get(name);
      if (other !== undefined && other !== key) above.add(other);
    }
    graph.set(key, above);
  }
  return graph;
}

/** Whether modules depend on each other one way only, so that their boxes stand below each other. */
export function areModulesLayered(nodes: readonly ModuleNode[]): boolean {
  const graph = outerGraph(nodes);
  const waiting = new Map([...graph].map(([key, above]) => [key, above.size]));
  const below = new Map<string, string[]>();
  for (const [key, above] of graph)
    for (const other of above) below.set(other, [...(below.get(other) ?? []), key]);
  const free = [...waiting].filter(([, count]) => count === 0).map(([key]) => key);
  for (const key of free) {
    for (const next of below.get(key) ?? []) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) free.push(next);
    }
  }
  return free.length === graph.size;
}

/** Draws modules below each other: folded ones as a box, the `open` ones as a frame around their own graph. */
export function layoutModules(nodes: readonly ModuleNode[], open: ReadonlySet<string>): ModuleLayout {
  const inner = new Map<string, GraphLayout>();
  const members = new Map<string, ModuleNode[]>();
  for (const node of nodes) {
    if (node.module === null || !open.has(node.module)) continue;
    const others = members.get(node.module) ?? [];
    others.push(node);
    members.set(node.module, others);
  }
  for (const [module, own] of members) inner.set(moduleKey(module), layoutGraph(own));
  const outer = layoutGraph(
    [...outerGraph(nodes)].map(([name, above]) => {
      const own = inner.get(name);
      const size = own && { width: own.width + 2 * PAD.side, height: own.height + PAD.top + PAD.bottom };
      return { name, dependencies: [...above], size };
    }),
  );
  const placed: PlacedNode[] = [];
  const frames: Frame[] = [];
  const edges: PlacedEdge[] = [];
  for (const box of outer.nodes) {
    const own = inner.get(box.name);
    if (!own) {
      placed.push(box);
      continue;
    }
    const [dx, dy] = [box.x + PAD.side, box.y + PAD.top];
    const frame = {
      x: box.x,
      y: box.y,
      width: own.width + 2 * PAD.side,
      height: own.height + PAD.top + PAD.bottom,
    };
    frames.push({ module: moduleOf(box.name) ?? "", ...frame });
    for (const node of own.nodes) placed.push({ ...node, x: node.x + dx, y: node.y + dy, layer: box.layer });
    for (const { points, ...edge } of own.edges) {
      edges.push({ ...edge, points: points.map((value, i) => value + (i % 2 === 0 ? dx : dy)) });
    }
  }
  edges.push(...acrossModules(nodes, outer, new Map(placed.map((node) => [node.name, node]))));
  return { width: outer.width, height: outer.height, nodes: placed, edges, frames };
}

/** Edges from module to module: from the node itself to its frame, along the edge of the modules, to the other node. */
function acrossModules(
  nodes: readonly ModuleNode[],
  outer: GraphLayout,
  placed: ReadonlyMap<string, PlacedNode>,
): PlacedEdge[] {
  const trunks = new Map(outer.edges.map((edge) => [JSON.stringify([edge.from, edge.to]), edge.points]));
  const keyOf = new Map(nodes.map((node) => [node.name, outerKey(node)]));
  const drawn = new Map<string, PlacedEdge>();
  for (const node of nodes) {
    const below = outerKey(node);
    for (const name of node.dependencies) {
      const above = keyOf.get(name);
      const trunk = above === undefined ? undefined : trunks.get(JSON.stringify([above, below]));
      if (above === undefined || trunk === undefined) continue;
      const [source, target] = [placed.get(name), placed.get(node.name)];
      const [from, to] = [source ? name : above, target ? node.name : below];
      const id = JSON.stringify([from, to]);
      if (drawn.has(id)) continue;
      const points = [...trunk];
      if (source && above !== name) {
        const [x, y] = [source.x + BOX.width / 2, source.y + BOX.height];
        points.unshift(x, y, x, y);
      }
      if (target && below !== node.name) {
        const x = target.x + BOX.width / 2;
        points.push(x, target.y, x, target.y);
      }
      drawn.set(id, { from, to, points });
    }
  }
  return [...drawn.values()];
}
