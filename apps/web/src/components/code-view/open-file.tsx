"use client";
import type { RunCode } from "@heddle/core";
import { useQuery } from "@tanstack/react-query";
import { formatBytes, formatCount } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { useRun } from "../run/run-context";
import { useShell } from "../shell/shell-context";
import { EmptyState } from "../ui/empty-state";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { FileText } from "./file-text";

interface OpenFileProps {
  file: RunCode["files"][number];
  changed: ReadonlySet<string>;
  onNode: (node: string) => void;
}

/** The open file: its text, or why it is not there. */
export function OpenFile({ file, changed, onNode }: OpenFileProps) {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const { run, state } = useRun();
  const query = useQuery(trpc.runs.file.queryOptions({ org, project, runId: run.id, path: file.path }));
  const { data } = query;
  const shown = data?.codeLines?.length ?? 0;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex h-8 shrink-0 items-center gap-3 border-b border-line px-4 text-11 text-ink-3">
        <span className="truncate font-mono text-ink-2" title={file.path}>
          {file.path}
        </span>
        {data && data.lines > 0 ? (
          <span className="whitespace-nowrap">{formatCount(data.lines)} lines</span>
        ) : null}
        {file.size === null ? null : <span className="whitespace-nowrap">{formatBytes(file.size)}</span>}
        {data && data.lines > shown ? (
          <span className="whitespace-nowrap text-warning-text">
            only the first {formatCount(shown)} are shown
          </span>
        ) : null}
      </div>
      {query.isPending ? <SectionSkeleton label="Loading the file" /> : null}
      {query.error ? (
        <div className="p-4">
          <QueryError title="The file did not load" query={query} onRetry={() => void query.refetch()} />
        </div>
      ) : null}
      {data && data.codeLines === null ? (
        <div className="p-4">
          <EmptyState title="This file has not arrived">
            The client sends sources apart from the run. The file is shown once it is here.
          </EmptyState>
        </div>
      ) : null}
      {data?.codeLines ? (
        <FileText
          key={file.path}
          path={file.path}
          lines={data.codeLines}
          spans={file.nodes}
          selected={state.node}
          changed={changed}
          onSelect={onNode}
        />
      ) : null}
    </div>
  );
}
