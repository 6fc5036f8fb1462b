"use client";
import {
  keepPreviousData,
  useQuery,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from "@tanstack/react-query";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { PageFrame } from "@/components/shell/page-frame";
import { paths } from "@/components/shell/paths";
import { useShell } from "@/components/shell/shell-context";
import { buttonClass } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { QueryError } from "@/components/ui/query-error";
import { ComparisonView } from "@/components/versions/comparison-view";
import { wantedIn } from "@/components/versions/first-change";
import { PipelinePicker } from "@/components/versions/pipeline-picker";
import { useVersionKeys } from "@/components/versions/use-version-keys";
import { VersionsAside } from "@/components/versions/versions-aside";
import { ChoiceContext } from "@/components/versions/versions-context";
import { VersionsNone } from "@/components/versions/versions-none";
import { versionDiffInput, versionListOptions } from "@/components/versions/versions-query";
import { ComparisonSkeleton } from "@/components/versions/versions-skeleton";
import { formatCount } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { versionsParams } from "./search-params";

/** Versions of a pipeline, and what differs between any two of them. */
export function VersionsClient() {
  const { org, project, base } = useShell();
  const trpc = useTRPC();
  const [shown, setShown] = useQueryStates(versionsParams, { history: "push" });
  const list = useSuspenseInfiniteQuery(
    trpc.versions.list.infiniteQueryOptions(...versionListOptions({ org, project }, shown)),
  );
  const pipelines = useSuspenseQuery(trpc.runs.pipelines.queryOptions({ org, project }));
  const diff = useQuery({
    ...trpc.versions.diff.queryOptions(versionDiffInput({ org, project }, shown)),
    placeholderData: keepPreviousData,
  });
  const versions = useMemo(() => list.data.pages.flatMap((page) => page.versions), [list.data]);
  const [first] = list.data.pages;
  const pipeline = first?.pipeline ?? null;
  const comparison = diff.data;
  const [from, to] = [comparison?.from?.hash ?? null, comparison?.to.hash ?? null];
  const compare = (then: string | null, now: string) =>
    void setShown({ pipeline, from: then, to: now, node: null, file: null });
  const picked = useVersionKeys({ order: versions.map(({ hash }) => hash), shown: to, compare });

  if (pipeline === null || (versions.length === 0 && !comparison)) {
    return (
      <PageFrame crumbs={[{ label: "Versions" }]}>
        <h1 className="sr-only">Versions</h1>
        <VersionsNone pipeline={pipeline} />
      </PageFrame>
    );
  }
  const names = pipelines.data.map(({ name }) => name);
  const runs = pipelines.data.find(({ name }) => name === pipeline)?.lastNumber ?? 0;
  const newest = versions[0];
  const facts = [
    ...(newest ? [`${formatCount(newest.nodeCount)} nodes`] : []),
    ...(runs > 0 ? [`${formatCount(runs)} runs`] : []),
  ];
  return (
    <PageFrame crumbs={[{ label: "Versions", href: paths.versions(base) }, { label: pipeline }]}>
      <ChoiceContext value={{ from, to, picked, compare }}>
        <div className="flex min-h-0 flex-1 flex-col max-desk:overflow-y-auto">
          <div className="flex h-14 shrink-0 items-center gap-3 border-b border-line px-(--gutter)">
            <h1 className="flex min-w-0 text-16 font-semibold">
              <PipelinePicker pipeline={pipeline} names={names} />
            </h1>
            <Link
              href={paths.runs(base, { pipeline })}
              className="text-12 whitespace-nowrap text-ink-3 hover:text-ink max-desk:hidden"
            >
              {facts.join(", ")}
            </Link>
            <span className="flex-1" />
            {newest?.runs.last ? (
              <Link href={paths.run(base, newest.runs.last.id)} className={buttonClass()}>
                Latest run
              </Link>
            ) : null}
          </div>
          <div className="grid min-h-0 flex-1 grid-cols-[372px_minmax(0,1fr)] max-wide:grid-cols-[300px_minmax(0,1fr)] max-desk:flex max-desk:flex-none max-desk:flex-col">
            <VersionsAside
              pipeline={pipeline}
              versions={versions}
              total={first?.total ?? versions.length}
              all={shown.show === "all"}
              onAll={(all) => void setShown({ show: all ? "all" : "behaviour" })}
              list={list}
            />
            <div
              aria-busy={diff.isPlaceholderData}
              className={cn("flex min-h-0 min-w-0 flex-col", diff.isPlaceholderData && "opacity-60")}
            >
              {comparison ? (
                <ComparisonView
                  comparison={comparison}
                  versions={versions}
                  wanted={wantedIn(shown)}
                  onSelect={(selection) =>
                    void setShown(
                      { node: null, file: null, ...selection },
                      { history: shown.node === null && shown.file === null ? "push" : "replace" },
                    )
                  }
                />
              ) : diff.isError ? (
                <div className="p-(--gutter)">
                  <QueryError
                    title="These versions could not be compared"
                    query={diff}
                    onRetry={() => void diff.refetch()}
                  />
                </div>
              ) : (
                <ComparisonSkeleton />
              )}
            </div>
          </div>
        </div>
      </ChoiceContext>
    </PageFrame>
  );
}
