"use client";
import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useEffect, useRef } from "react";
import { formatCount } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { useRun } from "../run/run-context";
import { runParams } from "../run/run-params";
import { useChangedNodes } from "../run/use-run-changes";
import { useShell } from "../shell/shell-context";
import { EmptyState } from "../ui/empty-state";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { CodeHead } from "./code-head";
import { CodeTree } from "./code-tree";
import { OpenFile } from "./open-file";
import { pickFile } from "./pick-file";

const PARAMS = { file: runParams.file, node: runParams.node, task: runParams.task };

/** The code that the run ran, file by file, with its nodes. */
export function CodeView() {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const { run, model, state } = useRun();
  const changed = useChangedNodes();
  const query = useQuery(trpc.runs.code.queryOptions({ org, project, runId: run.id }));
  const [{ file: wanted }, set] = useQueryStates(PARAMS);
  const before = useRef(state.node);
  useEffect(() => {
    if (before.current === state.node) return;
    before.current = state.node;
    // The panel led to another node: its file is shown in place of the one that was chosen.
    if (state.node !== null) void set({ file: null });
  }, [state.node, set]);
  if (query.isPending) return <SectionSkeleton label="Loading the code" />;
  if (query.error) {
    return (
      <div className="p-(--gutter)">
        <QueryError title="The code did not load" query={query} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  const { files, elsewhere } = query.data;
  const file = pickFile(files, wanted, state.node ?? model.failures[0]?.name ?? null);
  const onFile = (path: string) => void set({ file: path });
  const onNode = (node: string, path: string) => {
    before.current = node;
    void set({ node, task: null, file: path });
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <CodeHead code={query.data} changed={changed.size} />
      {file === null ? (
        <div className="p-(--gutter)">
          <EmptyState title="No source of this run is known">
            {run.status === "running"
              ? "It appears here as soon as the client has sent it."
              : "Its client sent no code version with sources, or it never arrived."}
          </EmptyState>
        </div>
      ) : (
        <div className="flex min-h-0 flex-1 max-desk:flex-col">
          <CodeTree files={files} open={file.path} changed={changed} onFile={onFile} onNode={onNode} />
          <label className="flex items-center gap-2 border-b border-line px-4 py-2 text-12 desk:hidden">
            <span className="text-ink-3">File</span>
            <select
              value={file.path}
              onChange={({ target }) => onFile(target.value)}
              className="h-9 min-w-0 flex-1 rounded-2 border border-line-control bg-bg px-1.5"
            >
              {files.map(({ path }) => (
                <option key={path}>{path}</option>
              ))}
            </select>
          </label>
          <OpenFile file={file} changed={changed} onNode={(node) => onNode(node, file.path)} />
        </div>
      )}
      {elsewhere.length > 0 && file !== null ? (
        <p
          className="shrink-0 truncate border-t border-line px-(--gutter) py-1.5 text-12 text-ink-3"
          title={elsewhere.slice(0, 50).join(", ")}
        >
          Of {formatCount(elsewhere.length)} {elsewhere.length === 1 ? "node" : "nodes"} the place in the code
          is not known.
        </p>
      ) : null}
    </div>
  );
}
