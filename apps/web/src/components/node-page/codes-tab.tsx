"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { formatCount } from "../../format/number";
import { CodeBlock } from "../code/code-block";
import { CodeDiff } from "../diff/code-diff";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { Instant } from "../time/instant";
import { EmptyState } from "../ui/empty-state";
import { HashChip } from "../ui/hash-chip";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { Segmented } from "../ui/segmented";
import type { CodesData } from "./types";

type Code = CodesData["codes"][number];

const VIEWS = [
  { value: "split", label: "Split" },
  { value: "unified", label: "Unified" },
] as const;

interface CodesTabProps {
  pipeline: string;
  node: string;
}

/** The codes that a node has had, each with the runs that ran it and what it changed. */
export function CodesTab({ pipeline, node }: CodesTabProps) {
  const { org, project } = useShell();
  const trpc = useTRPC();
  const [view, setView] = useState<"split" | "unified">("split");
  const query = useQuery(trpc.nodes.codes.queryOptions({ org, project, pipeline, node }));
  if (query.isError) {
    return (
      <div className="p-(--gutter)">
        <QueryError title="The codes did not load" query={query} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (!query.data) return <SectionSkeleton label="Loading codes" />;
  const { codes, more, unhashed } = query.data;
  if (codes.length === 0) {
    return (
      <div className="p-(--gutter)">
        <EmptyState title="No code is known of this node">
          {unhashed > 0
            ? "Its versions are being compared: this takes a moment after their files have arrived."
            : "No version names a place in a source file for it. Inputs have none."}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="pb-6">
      <div className="flex min-h-11 flex-wrap items-center gap-3 px-(--gutter) text-12 text-ink-2">
        <span>
          {codes.length === 1
            ? "Its code has been the same in every version"
            : `${formatCount(codes.length)}${more ? " newest" : ""} codes, newest first`}
        </span>
        {unhashed > 0 ? (
          <span className="text-ink-3">{formatCount(unhashed)} versions are not compared yet</span>
        ) : null}
        <span className="flex-1" />
        {codes.length > 1 ? (
          <span className="max-desk:hidden">
            <Segmented label="View of changes" value={view} options={VIEWS} onChange={setView} />
          </span>
        ) : null}
      </div>
      <ol>
        {codes.map((code, index) => (
          <CodeItem
            key={code.codeHash}
            code={code}
            before={codes[index + 1] ?? null}
            node={node}
            pipeline={pipeline}
            view={view}
          />
        ))}
      </ol>
    </div>
  );
}

interface CodeItemProps {
  code: Code;
  before: Code | null;
  node: string;
  pipeline: string;
  view: "split" | "unified";
}

function CodeItem({ code, before, node, pipeline, view }: CodeItemProps) {
  const { base } = useShell();
  const { firstRun, lastRun, source, versions } = code;
  const [newest] = versions;
  return (
    <li className="border-t border-line px-(--gutter) pt-3 pb-4">
      <div className="mb-2 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-12">
        <HashChip hash={code.codeHash} what="code" />
        {firstRun && lastRun ? (
          <span>
            {firstRun.id === lastRun.id ? "only in " : ""}
            <Link href={paths.run(base, firstRun.id, { node })} className="font-medium hover:text-accent">
              {runName(firstRun)}
            </Link>
            {firstRun.id === lastRun.id ? null : (
              <>
                {" to "}
                <Link href={paths.run(base, lastRun.id, { node })} className="font-medium hover:text-accent">
                  {runName(lastRun)}
                </Link>
              </>
            )}
          </span>
        ) : (
          <span className="text-ink-3">no run of it is kept</span>
        )}
        <span className="text-ink-3">
          since <Instant at={code.since} />
        </span>
        {newest ? (
          <Link
            href={paths.versions(base, {
              pipeline,
              from: before?.versions[0],
              to: before ? versions.at(-1) : newest,
              node,
            })}
            className="text-ink-2 hover:text-accent"
          >
            in {formatCount(versions.length)} {versions.length === 1 ? "version" : "versions"}
          </Link>
        ) : null}
        <span className="flex-1" />
        {source ? (
          <span className="truncate font-mono text-11 text-ink-3">
            {source.path}:{source.startLine}
          </span>
        ) : null}
      </div>
      {!source ? (
        <p className="text-12 text-ink-3">Its file is no longer kept.</p>
      ) : before?.source ? (
        <div className="overflow-hidden rounded-3 border border-line">
          <CodeDiff before={before.source} after={source} view={view} label={`Change of ${node}`} />
        </div>
      ) : (
        <CodeBlock lines={source.lines} start={source.startLine} label={`First code of ${node}`} />
      )}
    </li>
  );
}
