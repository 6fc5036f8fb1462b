"use client";
import type { VersionComparison, VersionSummary } from "@heddle/core";
import { formatCount } from "@/format/number";
import { DiffCounts } from "../diff/diff-counts";
import { HashChip } from "../ui/hash-chip";
import { stepsBetween } from "./fold-versions";
import { SideLetter } from "./side-letter";
import { versionTitle } from "./version-words";

interface ComparisonHeadProps {
  comparison: VersionComparison;
  versions: readonly VersionSummary[];
}

function steps(versions: readonly VersionSummary[], from: string, to: string): string | null {
  const between = stepsBetween(versions, from, to);
  if (!between || between.real + between.cosmetic < 2) return null;
  const real = `${formatCount(between.real)} real ${between.real === 1 ? "step" : "steps"}`;
  return between.cosmetic > 0 ? `${real}, ${formatCount(between.cosmetic)} cosmetic` : real;
}

/** Which two versions are compared, and how many nodes differ. */
export function ComparisonHead({ comparison, versions }: ComparisonHeadProps) {
  const { from, to, nodes } = comparison;
  const between = from && steps(versions, from.hash, to.hash);
  return (
    <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-5 py-1.5 max-desk:px-4">
      <h2 className="sr-only">
        {from ? "Comparison of two versions" : "One version"}:{" "}
        {to.summary ? versionTitle(to.summary) : to.hash}
      </h2>
      {from ? (
        <>
          <SideLetter side="A" />
          <HashChip hash={from.hash} />
          <span className="text-ink-3" aria-hidden>
            →
          </span>
          <SideLetter side="B" />
        </>
      ) : null}
      <HashChip hash={to.hash} fresh />
      {between ? <span className="text-12 text-ink-2">{between}</span> : null}
      <span className="flex-1" />
      {from ? (
        <DiffCounts nodes={nodes} />
      ) : (
        <span className="text-12 text-ink-3">{formatCount(nodes.length)} nodes</span>
      )}
    </header>
  );
}
