"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { PageFrame } from "@/components/shell/page-frame";
import { paths } from "@/components/shell/paths";
import { useShell } from "@/components/shell/shell-context";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useReloadOnSearch } from "@/hooks/use-reload-on-search";
import { useTRPC } from "@/trpc/client";
import { compareParams } from "./search-params";

/** One of the two runs is not there, or both: says which, and leads on with the other. */
export default function CompareNotFound() {
  useReloadOnSearch();
  const { org, project, base } = useShell();
  const [{ a, b }] = useQueryStates(compareParams);
  const trpc = useTRPC();
  const options = (runId: string | null) => ({
    ...trpc.runs.get.queryOptions({ org, project, runId: runId ?? "" }),
    enabled: runId !== null,
    retry: false,
  });
  const [there, here] = [useQuery(options(a)), useQuery(options(b))];
  const kept = there.data ?? here.data;
  const gone = [there.isError ? "A" : "", here.isError ? "B" : ""].filter(Boolean);
  const title =
    gone.length === 1 ? `Run ${gone[0]} is not in this project` : "These runs are not in this project";
  return (
    <PageFrame crumbs={[{ label: "Compare", href: paths.compare(base) }, { label: "Not found" }]}>
      <div className="p-(--gutter)">
        <EmptyState
          title={title}
          action={
            <Link
              href={kept ? paths.compare(base, { b: kept.id }) : paths.compare(base)}
              className={buttonClass({ size: "sm" })}
            >
              {kept ? "Compare the other run" : "Compare other runs"}
            </Link>
          }
        >
          It may be older than what the project keeps, or in another project.
          {gone.includes("A") && a ? <Id side="A" id={a} /> : null}
          {gone.includes("B") && b ? <Id side="B" id={b} /> : null}
        </EmptyState>
      </div>
    </PageFrame>
  );
}

function Id({ side, id }: { side: string; id: string }) {
  return (
    <p>
      {side}: <code className="break-all">{id}</code>
    </p>
  );
}
