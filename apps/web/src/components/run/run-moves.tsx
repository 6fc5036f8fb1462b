"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, Columns2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { createSerializer, useQueryStates } from "nuqs";
import { useKeys } from "@/hooks/use-keys";
import { useTRPC } from "@/trpc/client";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { buttonClass } from "../ui/button";
import { Kbd } from "../ui/kbd";
import { useRun } from "./run-context";
import { runName } from "./run-name";
import { runParams } from "./run-params";
import { useRunChanges } from "./use-run-changes";

const ICON = { size: 14, strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true } as const;

const withView = createSerializer(runParams);

interface MoveProps {
  label: string;
  shortcut: string;
  /** Null: there is none, and `reason` says why. */
  href: string | null;
  reason: string;
  icon: typeof ChevronLeft;
}

function Move({ label, shortcut, href, reason, icon: Icon }: MoveProps) {
  const look = buttonClass({ icon: true });
  if (href === null) {
    return (
      <button type="button" aria-disabled aria-label={`${label}: ${reason}`} title={reason} className={look}>
        <Icon {...ICON} />
      </button>
    );
  }
  return (
    <Link href={href} aria-label={label} title={`${label}  ${shortcut}`} className={look}>
      <Icon {...ICON} />
    </Link>
  );
}

/** To the previous and the next run of the pipeline, with the open view and the selected node; and to Compare. */
export function RunMoves() {
  const { run } = useRun();
  const { org, project, base } = useShell();
  const trpc = useTRPC();
  const router = useRouter();
  // Ahead of the URL, which follows a moment later.
  const [view] = useQueryStates(runParams);
  const { data } = useQuery(trpc.runs.siblings.queryOptions({ org, project, runId: run.id }));
  const lastGood = useRunChanges()?.lastGood ?? null;
  const hrefTo = (id: string | undefined) => {
    return id === undefined ? null : withView(paths.run(base, id), { ...view, task: null });
  };
  const [previous, next] = [hrefTo(data?.previous?.id), hrefTo(data?.next?.id)];
  const then = lastGood ?? data?.previous ?? null;
  const compare = then ? paths.compare(base, { a: then.id, b: run.id }) : null;
  const follow = (href: string | null) => () => {
    if (href !== null) router.push(href);
  };
  useKeys({ "[": follow(previous), "]": follow(next), c: follow(compare) });
  const unknown = run.pipeline === null ? "the pipeline of this run is not known yet" : null;
  return (
    <div className="flex items-center gap-1.5">
      <Move
        label="Previous run"
        shortcut="["
        href={previous}
        reason={unknown ?? "this is the first run of the pipeline"}
        icon={ChevronLeft}
      />
      <Move
        label="Next run"
        shortcut="]"
        href={next}
        reason={unknown ?? "this is the newest run of the pipeline"}
        icon={ChevronRight}
      />
      {compare && then ? (
        <Link
          href={compare}
          title={`Compare with ${lastGood ? "the last good run" : "the previous run"}, ${runName(then)}`}
          className={buttonClass()}
        >
          <Columns2 {...ICON} /> Compare{" "}
          <span className="max-desk:hidden">
            <Kbd>c</Kbd>
          </span>
        </Link>
      ) : (
        <button
          type="button"
          aria-disabled
          title="There is no earlier run of the pipeline to compare with"
          className={buttonClass()}
        >
          <Columns2 {...ICON} /> Compare
        </button>
      )}
    </div>
  );
}
