"use client";
import { layoutGraph } from "@heddle/core/graph/layout";
import { layoutModules, type ModuleLayout, moduleKey } from "@heddle/core/graph/modules";
import { reach } from "@heddle/core/graph/reach";
import { useMemo } from "react";
import { useRun } from "../run/run-context";
import { edgeKey } from "../run/run-model";
import { useChangedNodes } from "../run/use-run-changes";
import { boxFill } from "./box-fill";
import type { Colour } from "./colours";
import { drawnLinks } from "./drawn-links";
import { groupEdges } from "./edge-groups";
import { failurePath } from "./failure-path";
import { foldedModules } from "./folded-module";
import type { Drawing } from "./graph-context";
import { withinHops } from "./hops";
import type { useModules } from "./use-modules";

interface Wanted {
  shape: string;
  modules: ReturnType<typeof useModules>;
  colour: Colour;
  /** Hops around the selected node; null when all is shown. */
  focus: { up: number | null; down: number | null } | null;
}

/** What is drawn of the run, and how. */
export function useDrawingData({ shape, modules, colour, focus }: Wanted) {
  const { model, state } = useRun();
  const changed = useChangedNodes();
  const selected = state.node !== null && model.byName.has(state.node) ? state.node : null;
  const centre = focus ? selected : null;
  const { grouped, open, openKey } = modules;
  // Live updates bring new nodes with the same edges: only another shape is laid out again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say all that the layout depends on.
  const layout = useMemo((): ModuleLayout => {
    const near =
      centre === null ? null : withinHops(model.links, centre, focus?.up ?? null, focus?.down ?? null);
    const nodes = near ? model.nodes.filter(({ name }) => near.has(name)) : model.nodes;
    return grouped ? layoutModules(nodes, open) : { ...layoutGraph(nodes), frames: [] };
  }, [shape, grouped, openKey, centre, focus?.up, focus?.down]);
  const placed = useMemo(() => new Map(layout.nodes.map((node) => [node.name, node])), [layout]);
  const boxOf = useMemo(
    () => (name: string) => {
      const module = placed.has(name) ? null : (model.byName.get(name)?.module ?? null);
      return module === null ? name : moduleKey(module);
    },
    [placed, model],
  );
  const links = useMemo(() => drawnLinks(layout), [layout]);
  const path = useMemo(() => failurePath(model, changed), [model, changed]);
  const below = useMemo(() => {
    const found = new Set<string>();
    for (const name of changed) for (const other of reach(model.links, "down", name)) found.add(other);
    return found;
  }, [model, changed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which modules are open.
  const folded = useMemo(
    () => (grouped ? foldedModules(model.nodes, open, changed) : new Map()) as Drawing["folded"],
    [model, grouped, openKey, changed],
  );
  const edges = useMemo(() => {
    const failing = new Set(
      [...path.edges].map((key) => {
        const [from = "", to = ""] = JSON.parse(key) as string[];
        return edgeKey(boxOf(from), boxOf(to));
      }),
    );
    const statusOf = (box: string) => model.byName.get(box)?.status ?? folded.get(box)?.status;
    return groupEdges(layout, statusOf, failing);
  }, [layout, model, folded, path, boxOf]);
  const longest = useMemo(() => {
    const drawn = model.nodes.reduce((most, { durationMs }) => Math.max(most, durationMs ?? 0), 0);
    return [...folded.values()].reduce((most, { workMs }) => Math.max(most, workMs), drawn);
  }, [model, folded]);
  const fillOf = useMemo(
    () => (box: string) => boxFill(box, { model, folded, colour, longest, changed, below }),
    [model, folded, colour, longest, changed, below],
  );
  return {
    ...{ model, layout, placed, links, folded, boxOf, edges, path, colour, longest, fillOf },
    ...{ selected, changed, below },
  };
}
