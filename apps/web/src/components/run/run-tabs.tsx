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
  environment: "Environment",
};

/** The views of a run. They are links, and change the view without asking the server. */
export function RunTabs({ current }: { current: TabKey }) {
  const { model, state } = useRun();
  const pathname = usePathname();
  const params = useSearchParams();
  const count = formatCount(model.nodes.length);
  useKeys(Object.fromEntries(TABS.map((key, index) => [String(index + 1), () => state.setTab(key)])));
  const tabs = TABS.map((key) => {
    const query = new URLSearchParams(params);
    query.set("tab", key);
    return {
      key,
      label: LABELS[key],
      href: `${pathname}?${query}`,
      count: key === "graph" || key === "nodes" ? count : undefined,
    };
  });
  return <Tabs label="Views of this run" tabs={tabs} current={current} onSelect={state.setTab} />;
}
