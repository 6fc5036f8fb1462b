"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useRun } from "../run/run-context";
import { ErrorState } from "../ui/error-state";
import { NodePanel } from "./node-panel";
import { PanelShell } from "./panel-shell";
import { PanelSkeleton } from "./panel-skeleton";

interface LoaderProps {
  org: string;
  project: string;
  runId: string;
  node: string;
}

/** Fetches the selected node for the panel; while a task is changed the other one stays. */
export function NodePanelLoader({ org, project, runId, node }: LoaderProps) {
  const { state, model } = useRun();
  const trpc = useTRPC();
  const input = { org, project, runId, node, task: state.task ?? undefined };
  const { data, error, refetch } = useQuery(
    trpc.runs.node.queryOptions(input, { placeholderData: keepPreviousData }),
  );
  if (data) return <NodePanel node={data} />;
  if (!error) return <PanelSkeleton name={node} />;
  return (
    <PanelShell name={node} status={model.byName.get(node)?.status ?? "pending"}>
      <div className="p-4">
        <ErrorState
          title="This node did not load"
          request={error.data?.requestId ?? undefined}
          onRetry={() => void refetch()}
        >
          {error.message} {error.data?.problem?.fix}
        </ErrorState>
      </div>
    </PanelShell>
  );
}
