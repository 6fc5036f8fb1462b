"use client";
import type { VersionSummary } from "@heddle/core";
import type { TRPCClientErrorLike } from "@trpc/client";
import { formatCount } from "@/format/number";
import type { AppRouter } from "@/trpc/root";
import { Button } from "../ui/button";
import { Kbd } from "../ui/kbd";
import { QueryError } from "../ui/query-error";
import { Segmented } from "../ui/segmented";
import { VersionList } from "./version-list";

const SHOWN = [
  { value: "behaviour", label: "Behaviour", title: "Fold versions that changed no node" },
  { value: "all", label: "All", title: "Show every version" },
] as const;

interface VersionsAsideProps {
  pipeline: string;
  versions: readonly VersionSummary[];
  /** Of the pipeline, loaded or not. */
  total: number;
  all: boolean;
  onAll: (all: boolean) => void;
  list: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: TRPCClientErrorLike<AppRouter> | null;
    fetchNextPage: () => Promise<unknown>;
  };
}

/** The versions of the pipeline beside their comparison. */
export function VersionsAside({ pipeline, versions, total, all, onAll, list }: VersionsAsideProps) {
  const real = versions.filter(({ cosmetic }) => !cosmetic).length;
  const left = total - versions.length;
  return (
    <aside className="flex min-h-0 flex-col border-r border-line max-desk:max-h-[46vh] max-desk:border-r-0 max-desk:border-b">
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-3 pl-5 max-desk:pl-4">
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          {formatCount(total)} {total === 1 ? "version" : "versions"}
          {left === 0 && real < total ? `, ${formatCount(real)} real` : ""}
        </h2>
        <Segmented
          label="Which versions"
          value={all ? "all" : "behaviour"}
          options={SHOWN}
          onChange={(next) => onAll(next === "all")}
        />
      </div>
      <VersionList
        versions={versions}
        pipeline={pipeline}
        all={all}
        footer={
          list.isFetchNextPageError ? (
            <div className="p-4">
              <QueryError
                title="Older versions did not load"
                query={list}
                onRetry={() => void list.fetchNextPage()}
              />
            </div>
          ) : list.hasNextPage ? (
            <div className="px-5 py-3 max-desk:px-4">
              <Button
                variant="quiet"
                disabled={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {list.isFetchingNextPage ? "Loading older versions" : `${formatCount(left)} older, show more`}
              </Button>
            </div>
          ) : null
        }
      />
      <div className="flex h-10 shrink-0 items-center gap-4 border-t border-line px-5 text-12 text-ink-3 max-desk:hidden">
        <span>
          <Kbd>j</Kbd> <Kbd>k</Kbd> move
        </span>
        <span>
          <Kbd>x</Kbd> pick a side
        </span>
        <span>
          <Kbd>d</Kbd> diff
        </span>
      </div>
    </aside>
  );
}
