"use client";
import type { RecentChange } from "@heddle/core";
import { CodeXml, type LucideIcon, Package, SlidersHorizontal } from "lucide-react";
import Link from "next/link";
import { shortHash } from "@/format/hash";
import { formatCount } from "@/format/number";
import { paths } from "../shell/paths";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { Instant } from "../time/instant";
import { cn } from "../ui/cn";

type Change<Kind> = Extract<RecentChange, { kind: Kind }>;

const KINDS: Record<RecentChange["kind"], { word: string; icon: LucideIcon }> = {
  code: { word: "Code", icon: CodeXml },
  config: { word: "Configuration", icon: SlidersHorizontal },
  environment: { word: "Packages", icon: Package },
};

/** Where the difference can be seen: versions side by side, or the run beside the one before. */
function hrefOf(change: RecentChange, base: string): string {
  if (change.kind !== "code") return paths.compare(base, { a: change.previousRun.id, b: change.run.id });
  const [pipeline = ""] = change.pipelines;
  const node = change.nodes?.names[0];
  return paths.versions(base, { pipeline, from: change.from, to: change.to, ...(node && { node }) });
}

function Code({ change }: { change: Change<"code"> }) {
  const { nodes, to, pipelines } = change;
  const [first, ...others] = nodes?.names ?? [];
  const count = nodes ? nodes.changed + nodes.added + nodes.removed : 0;
  const verb = nodes && nodes.changed > 0 ? "edited" : nodes && nodes.added > 0 ? "added" : "removed";
  const sole = count === Math.max(nodes?.changed ?? 0, nodes?.added ?? 0, nodes?.removed ?? 0);
  return (
    <>
      {first === undefined ? (
        <span className="text-ink-2">
          {nodes ? "No node differs in " : "New version "}
          <Version hash={to} /> of {pipelines[0]}
        </span>
      ) : (
        <>
          <span className="font-medium">{first}</span>{" "}
          <span className="text-ink-2">
            {others.length > 0 ? `and ${formatCount(count - 1)} more ` : ""}
            {sole ? verb : "changed"} in <Version hash={to} /> of {pipelines[0]}
          </span>
        </>
      )}
    </>
  );
}

function Version({ hash }: { hash: string }) {
  return (
    <span className="rounded-1 bg-hover px-1 font-mono text-11 text-ink inset-ring inset-ring-line">
      {shortHash(hash)}
    </span>
  );
}

function Values({ change }: { change: Change<"config" | "environment"> }) {
  const [first] = change.values;
  const more = change.values.length - 1 + change.more;
  const { pipelines } = change;
  if (!first) return null;
  return (
    <>
      <span className="font-medium">{first.name}</span>{" "}
      <span className="text-ink-2">
        {first.before ?? "none"} → <span className="text-ink">{first.after ?? "none"}</span>
        {more > 0 ? ` and ${formatCount(more)} more` : ""} in{" "}
        {pipelines.length > 1 ? `${formatCount(pipelines.length)} pipelines` : pipelines[0]}
      </span>
    </>
  );
}

function wordsOf(change: RecentChange): string {
  if (change.kind !== "code") {
    const shown = change.values.map(
      ({ name, before, after }) => `${name} ${before ?? "none"} → ${after ?? "none"}`,
    );
    return [...shown, ...(change.more > 0 ? [`${change.more} more`] : []), change.pipelines.join(", ")].join(
      "\n",
    );
  }
  if (!change.nodes) return "Which nodes differ is not known";
  const { changed, added, removed } = change.nodes;
  return `${changed} edited, ${added} added, ${removed} removed in ${change.pipelines.join(", ")}`;
}

/** One change: when, what, where, and how the first run with it went. */
export function ChangeRow({ change, base }: { change: RecentChange; base: string }) {
  const { word, icon: Icon } = KINDS[change.kind];
  const { run } = change;
  const name = run.number === null ? "run" : `#${run.number}`;
  return (
    <li className="relative grid h-7.75 grid-cols-[64px_16px_minmax(0,1fr)_auto] items-center gap-x-2 border-t border-line text-12 last:border-b hover:bg-hover max-desk:h-9.5">
      <Instant at={run.startedAt} className="relative z-10 truncate text-right text-ink-3" />
      <Icon size={14} strokeWidth={1.4} absoluteStrokeWidth role="img" aria-label={word} />
      <Link
        href={hrefOf(change, base)}
        title={wordsOf(change)}
        className="truncate -outline-offset-2 after:absolute after:inset-0"
      >
        {change.kind === "code" ? <Code change={change} /> : <Values change={change} />}
      </Link>
      <Link
        href={paths.run(base, run.id)}
        aria-label={`${name}, the first run with it, ${STATUS[run.status].label.toLowerCase()}`}
        className={cn(
          "relative z-10 inline-flex items-center gap-1 hover:underline",
          run.status === "succeeded" ? "text-ink-3" : STATUS[run.status].text,
          run.status !== "succeeded" && "font-medium",
        )}
      >
        <StatusMark status={run.status} size={12} label="" />
        {name}
      </Link>
    </li>
  );
}
