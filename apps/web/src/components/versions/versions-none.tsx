"use client";
import Link from "next/link";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { buttonClass } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

/** A pipeline, or a whole project, without any version of code. */
export function VersionsNone({ pipeline }: { pipeline: string | null }) {
  const { base } = useShell();
  return (
    <div className="p-(--gutter)">
      <EmptyState
        title={
          pipeline === null ? "No code version has arrived yet" : `No code version of ${pipeline} is here`
        }
        action={
          pipeline === null ? (
            <Link href={`${base}/setup`} className={buttonClass()}>
              Connect a pipeline
            </Link>
          ) : (
            <Link href={paths.runs(base, { pipeline })} className={buttonClass()}>
              Show its runs
            </Link>
          )
        }
      >
        {pipeline === null
          ? "Each run sends the graph and the code that it ran. The first one makes the first version; a second one can be compared with it."
          : "Its runs named none, or the versions were removed after the last run that used them."}
      </EmptyState>
    </div>
  );
}
