"use client";
import type { VersionComparison } from "@heddle/core";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { versionsParams } from "@/app/[org]/[project]/versions/search-params";
import { formatCount } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { CodeDiff } from "../diff/code-diff";
import { DIFFERENCES } from "../diff/differences";
import { usePhone } from "../run/use-phone";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { QueryError } from "../ui/query-error";
import { Segmented } from "../ui/segmented";
import { Skeleton } from "../ui/skeleton";
import type { Selection } from "./first-change";
import { fileWords } from "./version-words";
import { versionCodeInput } from "./versions-query";

const VIEWS = [
  { value: "split", label: "Split" },
  { value: "unified", label: "Unified" },
] as const;
const WIDTHS = ["w-64", "w-80", "w-48", "w-72", "w-56", "w-40"];

interface CodePaneProps {
  comparison: VersionComparison;
  selection: NonNullable<Selection>;
}

/** Says in words why a side is empty, or that both are the same. */
function noteOf(
  { before, after }: { before: string; after: string },
  difference: string | null,
  alone: boolean,
): string | null {
  if (before === "unread" || after === "unread") {
    const which =
      before === after ? "this code" : before === "unread" ? "the earlier code" : "the later code";
    return `The source of ${which} has not arrived, or is too large to be shown.`;
  }
  if (before === "none" && after === "none") return "No code was recorded of this node.";
  if (alone) return null;
  if (difference === "upstream")
    return "Its own code is the same; something that it is computed from changed.";
  return difference === "same" ? "Its code is the same in both versions." : null;
}

/** The code of what is selected, then and now. */
export function CodePane({ comparison, selection }: CodePaneProps) {
  const { org, project, base } = useShell();
  const trpc = useTRPC();
  const phone = usePhone();
  const [view, setView] = useQueryState("view", versionsParams.view);
  const { from, to, pipeline, nodes, files } = comparison;
  const query = useQuery({
    ...trpc.versions.code.queryOptions(versionCodeInput({ org, project }, comparison, selection)),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const name = "node" in selection ? selection.node : null;
  const difference = nodes.find((node) => node.name === name)?.difference ?? null;
  const file = "file" in selection ? files.find(({ path }) => path === selection.file) : undefined;
  const { data } = query;
  const path = data?.after?.path ?? data?.before?.path ?? ("file" in selection ? selection.file : null);
  const moved = data?.before && data.after && data.before.path !== data.after.path;
  const same = difference === "same" || difference === "upstream";
  const note = data ? noteOf(data.presence, difference, from === null) : null;
  const head: ReactNode = (
    <div className="flex min-h-9 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line bg-sunken px-3 py-1 text-12 text-ink-3">
      {path ? (
        <span title={path} className="min-w-0 truncate font-mono text-11">
          {moved ? `${data.before?.path} → ` : ""}
          {path}
        </span>
      ) : null}
      {name === null ? (
        <span className="min-w-0 truncate">{file ? fileWords(file) : null}</span>
      ) : pipeline ? (
        <Link
          href={paths.node(base, { pipeline, node: name })}
          title={`${name}: open the node`}
          className="min-w-0 truncate font-medium text-ink hover:underline"
        >
          {name}
        </Link>
      ) : (
        <b className="font-medium text-ink">{name}</b>
      )}
      {difference && from ? <span>{DIFFERENCES[difference].spoken}</span> : null}
      <span className="flex-1" />
      {from === null || same ? null : (
        <span className="max-desk:hidden">
          <Segmented
            label="How the code is shown"
            value={view}
            options={VIEWS}
            onChange={(next) => void setView(next, { history: "replace" })}
          />
        </span>
      )}
    </div>
  );
  return (
    <div className="min-h-0 min-w-0 overflow-y-auto overscroll-contain px-4 py-3 max-desk:px-3">
      <section
        aria-label={`Code of ${name ?? path}`}
        className="overflow-hidden rounded-3 border border-line"
      >
        {head}
        {note ? <p className="border-b border-line px-3 py-2 text-12 text-ink-2">{note}</p> : null}
        {data ? (
          <CodeDiff
            key={`${from?.hash} ${to.hash} ${name ?? path}`}
            label={`Lines of ${name ?? path}`}
            before={from === null ? data.after : data.before}
            after={data.after}
            view={phone || same || from === null ? "unified" : view}
          />
        ) : query.isError ? (
          <div className="p-3">
            <QueryError title="The code did not load" query={query} onRetry={() => void query.refetch()} />
          </div>
        ) : (
          <div role="status" aria-label="Loading code" className="flex flex-col gap-2.5 p-3">
            {WIDTHS.map((width) => (
              <Skeleton key={width} className={width} />
            ))}
          </div>
        )}
        {data && data.hidden > 0 ? (
          <p className="border-t border-line px-3 py-2 text-12 text-ink-2">
            {formatCount(data.hidden)} more lines of this file are not shown: it is very long.
          </p>
        ) : null}
      </section>
    </div>
  );
}
