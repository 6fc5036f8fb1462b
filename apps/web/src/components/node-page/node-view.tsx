"use client";
import type { NodeHistory } from "@heddle/core";
import { Trash2 } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { formatCount } from "../../format/number";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { Tabs } from "../ui/tabs";
import { CodesTab } from "./codes-tab";
import { FailuresTab } from "./failures-tab";
import { HistoryTab } from "./history-tab";
import { NodeHeader } from "./node-header";
import type { NodeTab } from "./node-params";
import { NodeSide } from "./node-side";
import type { PageData } from "./types";
import type { NodeState } from "./use-node-state";
import { ValueTab } from "./value-tab";

const TITLES: Record<NodeTab, string> = {
  history: "History",
  value: "Latest value",
  code: "Code and versions",
  failures: "Failures",
};

interface NodeViewProps {
  page: PageData;
  history: NodeHistory;
  nodeState: NodeState;
  stale: boolean;
}

/** A node with its tabs, and beside them what it is. */
export function NodeView({ page, history, nodeState, stale }: NodeViewProps) {
  const { state, set } = nodeState;
  const pathname = usePathname();
  const params = useSearchParams();
  const { name: node, pipeline } = page;
  const failed = history.runs.filter((run) => run.node?.status === "failed").length;
  const hrefOf = (tab: NodeTab) => {
    const query = new URLSearchParams(params);
    query.set("tab", tab);
    return `${pathname}?${query}`;
  };
  const counts: Partial<Record<NodeTab, number>> = { failures: failed };
  const tabs = (["history", "value", "code", "failures"] as const).map((key) => ({
    key,
    label: TITLES[key],
    href: hrefOf(key),
    ...(counts[key] ? { count: formatCount(counts[key]), bad: key === "failures" } : {}),
  }));
  const body: Record<NodeTab, () => ReactNode> = {
    history: () => <HistoryTab node={node} history={history} nodeState={nodeState} stale={stale} />,
    value: () => <ValueTab node={node} history={history} />,
    code: () => <CodesTab pipeline={pipeline} node={node} />,
    failures: () => <FailuresTab pipeline={pipeline} node={node} />,
  };
  return (
    <>
      <NodeHeader page={page} history={history} />
      {page.removed ? <Removed page={page} /> : null}
      <Tabs label="Views of the node" tabs={tabs} current={state.tab} onSelect={(tab) => void set({ tab })} />
      <div className="flex min-h-0 flex-1 max-mid:flex-col max-mid:overflow-y-auto">
        <div className="min-h-0 min-w-0 flex-1 overflow-x-hidden overflow-y-auto max-mid:flex-none max-mid:overflow-visible">
          {body[state.tab]()}
        </div>
        <NodeSide page={page} history={history} nodeState={nodeState} />
      </div>
    </>
  );
}

/** The newest version no longer has the node; its history stays. */
function Removed({ page }: { page: PageData }) {
  const { base } = useShell();
  return (
    <p className="flex items-center gap-2 border-t border-line bg-warning-soft px-(--gutter) py-2 text-12 text-warning-text">
      <Trash2 size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
      <span>
        The newest version of {page.pipeline}, that of{" "}
        <Link href={paths.run(base, page.run.id)} className="font-medium underline">
          {runName(page.run)}
        </Link>
        , no longer has this node. What it was stays here.
      </span>
    </p>
  );
}
