"use client";
import Link from "next/link";
import { PageFrame } from "@/components/shell/page-frame";
import { paths } from "@/components/shell/paths";
import { useShell } from "@/components/shell/shell-context";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** The address names no node. */
export function ChooseNode() {
  const catalog = paths.catalog(useShell().base);
  return (
    <PageFrame crumbs={[{ label: "Catalog", href: catalog }, { label: "Node" }]}>
      <div className="p-(--gutter)">
        <h1 className="sr-only">Node</h1>
        <EmptyState
          title="No node is chosen"
          action={
            <Link href={catalog} className={buttonClass({ size: "sm" })}>
              Open the catalog
            </Link>
          }
        >
          The address of a node's page names its pipeline and the node. Choose one in the catalog, or in the
          graph of a run.
        </EmptyState>
      </div>
    </PageFrame>
  );
}
