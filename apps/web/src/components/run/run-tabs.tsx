"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { formatCount } from "@/format/number";
import { useKeys } from "@/hooks/use-keys";
import { Tabs } from "../ui/tabs";
import { useRun } from "./run-context";
import { TABS, type TabKey } from "./run-params";

const LABELS: Record<TabKey, string> = {
  graph: "Graph",
  timeline: "Timeline",
  nodes: "Nodes",
  data: "Data",
  code: "Code",
  environment: "Environment",
  ledger: "Ledger",
};

/** The views of a run. They are links, and change the view without asking the server. */
export function RunTabs({ current }: { current: TabKey }) {
  const { model, state } = useRun();
  const pathname = usePathname();
  const params = useSearchParams();
  const nodes = formatCount(model.nodes.length);
  const columns = model.nodes.reduce((sum, { output }) => sum + (output?.columnCount ?? 0), 0);
  const counts: Partial<Record<TabKey, string>> = { graph: nodes, nodes, data: formatCount(columns) };
  const step = (by: number) => () => {
    const next = TABS[TABS.indexOf(current) + by];
    if (next) state.setTab(next);
  };
  useKeys({ ",": step(-1), ".": step(1) });
  const tabs = TABS.map((key) => {
    const query = new URLSearchParams(params);
    query.set("tab", key);
    return {
      key,
      label: LABELS[key],
      href: `${pathname}?${query}`,
      count: counts[key],
    };
  });
  return <Tabs label="Views of this run" tabs={tabs} current={current} onSelect={state.setTab} />;
}
