"use client";
import Link from "next/link";
import { PageFrame } from "@/components/shell/page-frame";
import { useShell } from "@/components/shell/shell-context";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function RunNotFound() {
  const runs = `${useShell().base}/runs`;
  return (
    <PageFrame crumbs={[{ label: "Runs", href: runs }, { label: "Not found" }]}>
      <div className="p-(--gutter)">
        <EmptyState
          title="There is no such run in this project"
          action={
            <Link href={runs} className={buttonClass({ size: "sm" })}>
              All runs
            </Link>
          }
        >
          Check the address. A run that was just started appears once its first batch is stored; a run older
          than the project's retention is gone.
        </EmptyState>
      </div>
    </PageFrame>
  );
}
