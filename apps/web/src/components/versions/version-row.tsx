"use client";
import type { VersionSummary } from "@heddle/core";
import { GitCommitHorizontal } from "lucide-react";
import Link from "next/link";
import { shortHash } from "@/format/hash";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { Instant } from "../time/instant";
import { cn } from "../ui/cn";
import { HashChip } from "../ui/hash-chip";
import { SideButtons } from "./side-buttons";
import { changesWords, runsWords, versionTitle } from "./version-words";
import { useChoice } from "./versions-context";

const TONE = { good: "text-success-text", bad: "text-failed-text", plain: "text-ink-2" };

function Dot({ hash }: { hash: string }) {
  const { from, to, picked } = useChoice();
  return (
    <span
      aria-hidden
      className={cn(
        "relative mt-1 size-[11px] shrink-0 rounded-full border-2",
        hash === to
          ? "border-accent bg-accent"
          : hash === from
            ? "border-ink-2 bg-then"
            : "border-ink-2 bg-bg",
        picked.includes(hash) && "ring-2 ring-accent ring-offset-1 ring-offset-bg",
      )}
    />
  );
}

/** The thread on which versions hang. */
const THREAD =
  "relative flex gap-3 pr-4 pl-5 before:absolute before:inset-y-0 before:left-[25px] before:w-px before:bg-line-strong max-desk:pl-4 max-desk:before:left-[21px]";

/** Opens the comparison of a version with the one before it; the whole row is the button. */
function Open({
  version,
  pipeline,
  children,
}: {
  version: VersionSummary;
  pipeline: string;
  children: string;
}) {
  const { base } = useShell();
  const { to, from, compare } = useChoice();
  const { hash, previous } = version;
  const shown = { pipeline, to: hash, ...(previous && { from: previous }) };
  return (
    <Link
      href={paths.versions(base, shown)}
      scroll={false}
      data-version={hash}
      aria-current={hash === to ? "true" : undefined}
      aria-label={`${children}, version ${shortHash(hash)}${hash === from ? ", compared from" : ""}`}
      title={children}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        compare(previous, hash);
      }}
      className="min-w-0 flex-1 truncate outline-none after:absolute after:inset-0"
    >
      {children}
    </Link>
  );
}

const FOCUS =
  "hover:bg-hover has-[[data-version]:focus-visible]:bg-hover has-[[data-version]:focus-visible]:shadow-[inset_2px_0_0_var(--accent)]";

/** A version that changed something: what it is, how its runs went, what it changed. */
export function VersionRow({ version, pipeline }: { version: VersionSummary; pipeline: string }) {
  const { base } = useShell();
  const { to } = useChoice();
  const { hash, git, usedAt, runs } = version;
  const { text, tone } = runsWords(runs);
  const [first, ...others] = changesWords(version);
  return (
    <li
      className={cn(THREAD, FOCUS, "border-b border-line py-2.5", hash === to && "bg-select hover:bg-select")}
    >
      <Dot hash={hash} />
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-1.5">
          <span className="relative z-10">
            <HashChip hash={hash} fresh={hash === to} />
          </span>
          <b className="flex min-w-0 flex-1 font-medium">
            <Open version={version} pipeline={pipeline}>
              {versionTitle(version)}
            </Open>
          </b>
          <Instant at={usedAt} className="relative z-10 text-11 whitespace-nowrap text-ink-3" />
        </div>
        <div className="flex h-5 items-center gap-1.5 text-12 text-ink-2">
          {git ? (
            <>
              <GitCommitHorizontal size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
              <span title={`Commit ${git.commit}`} className="relative z-10 font-mono text-11">
                {shortHash(git.commit)}
              </span>
              <span className="min-w-0 truncate">
                {[git.dirty ? "dirty" : null, git.branch, git.author].filter(Boolean).join(", ")}
              </span>
            </>
          ) : (
            <span className="text-ink-3">no commit recorded</span>
          )}
          <span className="flex-1" />
          <Link
            href={paths.runs(base, { pipeline, version: hash })}
            className={cn("relative z-10 whitespace-nowrap hover:underline", TONE[tone])}
          >
            {text}
          </Link>
        </div>
        <div className="flex items-center gap-1.5 text-12 text-ink-2">
          <span className="min-w-0 flex-1 truncate">
            <span className="font-medium text-ink">{first}</span>
            {others.map((word) => `, ${word}`)}
          </span>
          <SideButtons hash={hash} />
        </div>
      </div>
    </li>
  );
}

/** A version that changed no node, in one line. */
export function CosmeticRow({ version, pipeline }: { version: VersionSummary; pipeline: string }) {
  const { to, from } = useChoice();
  const { hash, usedAt } = version;
  return (
    <li
      className={cn(
        THREAD,
        FOCUS,
        "items-center bg-sunken py-1 text-12",
        hash === to && "bg-select hover:bg-select",
      )}
    >
      <span
        aria-hidden
        className={cn(
          "relative mx-[3px] size-[5px] shrink-0 rounded-full",
          hash === to ? "bg-accent" : hash === from ? "bg-ink-2" : "bg-n300",
        )}
      />
      <span className="font-mono text-11 text-ink-2">{shortHash(hash)}</span>
      <span className="flex min-w-0 flex-1 text-ink-2">
        <Open version={version} pipeline={pipeline}>
          {versionTitle(version)}
        </Open>
      </span>
      <SideButtons hash={hash} />
      <Instant at={usedAt} className="relative z-10 text-11 whitespace-nowrap text-ink-3" />
    </li>
  );
}
