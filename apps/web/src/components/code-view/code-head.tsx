"use client";
import type { RunCode } from "@heddle/core";
import { CodeXml } from "lucide-react";
import Link from "next/link";
import { formatCount } from "@/format/number";
import { useRun } from "../run/run-context";
import { useRunChanges } from "../run/use-run-changes";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { buttonClass } from "../ui/button";
import { HashChip } from "../ui/hash-chip";

/** Which code it is: version, commit, and what differs from the last good run. */
export function CodeHead({ code, changed }: { code: RunCode; changed: number }) {
  const { run, state } = useRun();
  const { base } = useShell();
  const changes = useRunChanges()?.code;
  const { git, version } = code;
  const pipeline = run.pipeline ?? undefined;
  const node = state.node ?? undefined;
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-(--gutter) py-1.5 text-12">
      {version ? (
        <span className="flex items-center gap-1.5 text-ink-3">
          Version <HashChip hash={version} />
        </span>
      ) : null}
      {git ? (
        <span className="flex min-w-0 items-center gap-1.5 text-ink-2">
          <span className="text-ink-3">Commit</span>
          <HashChip hash={git.commit} what="commit" />
          {git.branch ? <span className="max-w-40 truncate font-mono text-11">{git.branch}</span> : null}
          <span className="min-w-0 truncate" title={git.message ?? undefined}>
            {[git.message?.split("\n")[0], git.author].filter(Boolean).join(", ")}
          </span>
          {git.dirty ? <span className="whitespace-nowrap text-warning-text">with local changes</span> : null}
        </span>
      ) : (
        <span className="text-ink-3">no commit was reported</span>
      )}
      <span className="ml-auto flex items-center gap-3">
        {changes?.kind === "same" ? <span className="text-ink-2">same code as the last good run</span> : null}
        {changed > 0 ? (
          <span className="flex items-center gap-1.5 whitespace-nowrap text-ink-2">
            <CodeXml size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
            {formatCount(changed)} {changed === 1 ? "node" : "nodes"} changed
          </span>
        ) : null}
        {changes?.kind === "other" ? (
          <Link
            href={paths.versions(base, { pipeline, from: changes.from, to: changes.to, node })}
            className={buttonClass({ size: "sm" })}
          >
            Show the difference
          </Link>
        ) : (
          <Link href={paths.versions(base, { pipeline })} className={buttonClass({ size: "sm" })}>
            All versions
          </Link>
        )}
      </span>
    </div>
  );
}
