"use client";
import { keepPreviousData, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { historyInput } from "@/components/node-page/node-params";
import { NodeSkeleton } from "@/components/node-page/node-skeleton";
import { NodeView } from "@/components/node-page/node-view";
import { useNodeState } from "@/components/node-page/use-node-state";
import { useLiveRuns } from "@/components/runs/use-runs";
import { PageFrame } from "@/components/shell/page-frame";
import { useShell } from "@/components/shell/shell-context";
import { Button } from "@/components/ui/button";
import { QueryError } from "@/components/ui/query-error";
import { useTRPC } from "@/trpc/client";
import { useNodeCrumbs } from "./node-frame";

/** A node over the runs of its pipeline, live. */
export function NodeClient({ pipeline, node }: { pipeline: string; node: string }) {
  const { org, project } = useShell();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const nodeState = useNodeState();
  const { state, set } = nodeState;
  const { data: page } = useSuspenseQuery(trpc.nodes.get.queryOptions({ org, project, pipeline, node }));
  const history = useQuery({
    ...trpc.nodes.history.queryOptions({ org, project, ...historyInput({ ...state, pipeline, node }) }),
    placeholderData: keepPreviousData,
  });
  useLiveRuns({ org, project }, async () => {
    await queries.invalidateQueries({
      queryKey: trpc.nodes.history.queryKey({ org, project, pipeline, node }),
    });
    await queries.invalidateQueries({ queryKey: trpc.nodes.get.queryKey({ org, project, pipeline, node }) });
  });
  return (
    <PageFrame crumbs={useNodeCrumbs(pipeline, page.name)}>
      {history.data ? (
        <NodeView
          page={page}
          history={history.data}
          nodeState={nodeState}
          stale={history.isPlaceholderData}
        />
      ) : history.isError ? (
        <div className="flex flex-col gap-3 p-(--gutter)">
          <h1 className="truncate text-16 font-semibold">{page.name}</h1>
          <QueryError
            title="The history did not load"
            query={history}
            onRetry={() => void history.refetch()}
          />
          {state.from || state.to ? (
            <span>
              <Button size="sm" onClick={() => void set({ from: null, to: null, at: null })}>
                Show the newest runs
              </Button>
            </span>
          ) : null}
        </div>
      ) : (
        <NodeSkeleton />
      )}
    </PageFrame>
  );
}
