"use client";
import Link from "next/link";
import { PageFrame } from "../shell/page-frame";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { buttonClass } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

/** No two runs of a pipeline are there: what a comparison needs, and the way to it. */
export function NothingToCompare({ only }: { only: string | null }) {
  const { base } = useShell();
  const action = only
    ? { href: paths.run(base, only), label: "Open the run" }
    : { href: `${base}/setup`, label: "Track a pipeline" };
  return (
    <PageFrame crumbs={[{ label: "Compare" }]}>
      <h1 className="sr-only">Compare</h1>
      <div className="p-(--gutter)">
        <EmptyState
          title={
            only ? "There is one run, and nothing to compare it with" : "There are no two runs to compare yet"
          }
          action={
            <Link href={action.href} className={buttonClass({ size: "sm" })}>
              {action.label}
            </Link>
          }
        >
          A comparison needs two runs of a pipeline. It says which code, configuration, packages and inputs
          differ, which columns moved, and what of it may explain a failure.
        </EmptyState>
      </div>
    </PageFrame>
  );
}
