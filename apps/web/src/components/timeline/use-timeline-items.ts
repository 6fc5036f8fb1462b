"use client";
import { useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import { useRun } from "../run/run-context";
import { runParams } from "../run/run-params";
import { slowerNodes } from "./slower";
import { moduleItems, type TimelineItem } from "./timeline-items";
import { timelineRows } from "./timeline-rows";
import { useUsualNodes } from "./use-usual-nodes";

const PARAMS = { rows: runParams.rows, group: runParams.group };
/** Above so many nodes modules begin folded. */
const MOST_OPEN = 300;

/** What the time line shows, row by row, and what chooses it. */
export function useTimelineItems() {
  const { model, state } = useRun();
  const [{ rows: filter, group }, set] = useQueryStates(PARAMS);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const usual = useUsualNodes();
  const slow = useMemo(() => slowerNodes(model, usual), [model, usual]);
  const large = model.nodes.length > MOST_OPEN;
  const several = useMemo(() => new Set(model.nodes.map(({ module }) => module)).size > 1, [model]);
  const grouping = group ?? (large && several ? "module" : "start");
  const needed = model.byName.get(state.node ?? model.failures[0]?.name ?? "")?.module ?? null;
  const rows = useMemo(
    () => timelineRows(model, filter, grouping, new Set(slow.map(({ name }) => name))),
    [model, filter, grouping, slow],
  );
  const items = useMemo((): TimelineItem[] => {
    if (grouping === "start") return rows.map((row) => ({ row }));
    const openByItself = (module: string) => !large || module === needed || filter !== "all";
    return moduleItems(rows, (module) => openByItself(module) !== toggled.has(module));
  }, [rows, grouping, large, needed, filter, toggled]);
  const toggle = (module: string) =>
    setToggled((before) => {
      const next = new Set(before);
      if (!next.delete(module)) next.add(module);
      return next;
    });
  return { filter, grouping, set, rows, items, toggle, usual, slow };
}
