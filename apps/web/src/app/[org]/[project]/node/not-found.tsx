"use client";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { PageFrame } from "@/components/shell/page-frame";
import { paths } from "@/components/shell/paths";
import { useShell } from "@/components/shell/shell-context";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useReloadOnSearch } from "@/hooks/use-reload-on-search";

export default function NodeNotFound() {
  useReloadOnSearch();
  const { base } = useShell();
  const params = useSearchParams();
  const q = params.get("node") ?? undefined;
  return (
    <PageFrame crumbs={[{ label: "Catalog", href: paths.catalog(base) }, { label: "Not found" }]}>
      <div className="p-(--gutter)">
        <h1 className="sr-only">Not found</h1>
        <EmptyState
          title="There is no such node in this pipeline"
          action={
            <Link href={paths.catalog(base, { q })} className={buttonClass({ size: "sm" })}>
              Look in the catalog
            </Link>
          }
        >
          The node or its pipeline was renamed, never ran here, or is older than what the project keeps. The
          catalog lists every node that there is.
        </EmptyState>
      </div>
    </PageFrame>
  );
}
