"use client";
import { NodeSkeleton } from "@/components/node-page/node-skeleton";
import { PageFrame } from "@/components/shell/page-frame";
import { paths } from "@/components/shell/paths";
import { useShell } from "@/components/shell/shell-context";

/** Where a node's page is. */
export function useNodeCrumbs(pipeline: string, node: string) {
  const { base } = useShell();
  return [
    { label: "Catalog", href: paths.catalog(base) },
    { label: pipeline, href: paths.catalog(base, { pipeline }) },
    { label: node },
  ];
}

/** The page while its history is read. */
export function NodeFrame({ pipeline, node }: { pipeline: string; node: string }) {
  return (
    <PageFrame crumbs={useNodeCrumbs(pipeline, node)}>
      <NodeSkeleton />
    </PageFrame>
  );
}
