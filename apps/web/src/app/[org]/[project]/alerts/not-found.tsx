"use client";
import Link from "next/link";
import { PageFrame } from "@/components/shell/page-frame";
import { useShell } from "@/components/shell/shell-context";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function FailureNotFound() {
  const alerts = `${useShell().base}/alerts`;
  return (
    <PageFrame crumbs={[{ label: "Alerts", href: alerts }, { label: "Not found" }]}>
      <div className="p-(--gutter)">
        <EmptyState
          title="There is no such failure in this project"
          action={
            <Link href={alerts} className={buttonClass({ size: "sm" })}>
              All failures
            </Link>
          }
        >
          Check the address. A failure goes with the last of its runs, once these are older than the project
          keeps them.
        </EmptyState>
      </div>
    </PageFrame>
  );
}
