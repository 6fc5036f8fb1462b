"use client";
import type { HistoryRun } from "@heddle/core";
import { useQuery } from "@tanstack/react-query";
import { CodeXml } from "lucide-react";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { shortHash } from "../../format/hash";
import { formatCount } from "../../format/number";
import { CodeDiff } from "../diff/code-diff";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { QueryError } from "../ui/query-error";
import { Skeleton } from "../ui/skeleton";
import type { ChangeData } from "./types";

const hopWords = (hops: number) =>
  hops === 0 ? "this node" : `${formatCount(hops)} ${hops === 1 ? "hop" : "hops"} up`;

/** What a change of code did, as far as it concerns the node. */
function summaryWords({ changed, more, elsewhere, known, from, to }: ChangeData): string {
  const others = elsewhere > 0 ? ` ${formatCount(elsewhere)} changed elsewhere in the pipeline.` : "";
  if (from !== null && from === to) return "Both runs ran the same version of the code.";
  if (!known && changed.length === 0) return "The code of the two versions could not be compared.";
  if (changed.length === 0) return `Neither its own code nor anything upstream changed.${others}`;
  const all = changed.length + more;
  const own = changed.some(({ hops }) => hops === 0);
  const upstream = all - (own ? 1 : 0);
  const parts = [
    own ? "its own code" : "",
    upstream > 0 ? `${formatCount(upstream)} ${upstream === 1 ? "node" : "nodes"} upstream` : "",
  ].filter(Boolean);
  return `Changed: ${parts.join(" and ")}.${others}`;
}

interface ChangePanelProps {
  node: string;
  before: HistoryRun;
  after: HistoryRun;
}

/** The code that changed between two runs, of the node and of what it is computed from, nearest first. */
export function ChangePanel({ node, before, after }: ChangePanelProps) {
  const { org, project, base } = useShell();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.nodes.change.queryOptions({ org, project, node, before: before.id, after: after.id }),
  );
  const { data } = query;
  return (
    <section aria-label="What changed in code" className="border-b border-line px-4 pt-2.5 pb-3 text-12">
      <div className="mb-1 flex items-center gap-1.5">
        <span className="inline-flex h-[18px] items-center gap-1 rounded-1 bg-active px-1.25 text-11 font-medium">
          <CodeXml size={11} strokeWidth={1.6} absoluteStrokeWidth aria-hidden /> Code
        </span>
        <b className="font-semibold">
          {runName(before)} → {runName(after)}
        </b>
        <span className="flex-1" />
        {before.codeVersion && after.codeVersion && before.codeVersion !== after.codeVersion ? (
          <Link
            href={paths.versions(base, { from: before.codeVersion, to: after.codeVersion, node })}
            className="font-mono text-11 text-ink-3 hover:text-accent"
          >
            {shortHash(before.codeVersion)} → {shortHash(after.codeVersion)}
          </Link>
        ) : null}
      </div>
      {query.isError ? (
        <QueryError title="The change did not load" query={query} onRetry={() => void query.refetch()} />
      ) : data ? (
        <>
          <p className="text-ink-2">{summaryWords(data)}</p>
          {data.changed.map((one) => (
            <div key={one.name} className="mt-2 overflow-hidden rounded-3 border border-line">
              <div className="flex items-center gap-1.5 border-b border-line bg-sunken px-2.5 py-1">
                <b className="min-w-0 truncate font-medium" title={one.name}>
                  {one.name}
                </b>
                <span className="shrink-0 text-ink-3">
                  {hopWords(one.hops)}
                  {one.difference === "changed" ? "" : `, ${one.difference}`}
                </span>
              </div>
              {one.before || one.after ? (
                <CodeDiff
                  before={one.before}
                  after={one.after}
                  view="unified"
                  label={`Change of ${one.name}`}
                />
              ) : (
                <p className="px-2.5 py-1.5 text-ink-3">Its source has not arrived.</p>
              )}
            </div>
          ))}
          {data.more > 0 ? (
            <p className="mt-1.5 text-ink-3">and {formatCount(data.more)} more upstream</p>
          ) : null}
        </>
      ) : (
        <div className="flex h-40 flex-col gap-2 pt-1">
          <Skeleton className="w-60" />
          <Skeleton className="h-28! w-full" />
        </div>
      )}
    </section>
  );
}
