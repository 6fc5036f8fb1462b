"use client";
import type { VersionSummary } from "@heddle/core";
import { ChevronDown, ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { formatCount } from "@/format/number";
import { foldVersions, type VersionGroup } from "./fold-versions";
import { CosmeticRow, VersionRow } from "./version-row";
import { useChoice } from "./versions-context";

interface VersionListProps {
  versions: readonly VersionSummary[];
  pipeline: string;
  /** Opens every fold. */
  all: boolean;
  footer: ReactNode;
}

function Fold({
  group,
  open,
  onToggle,
}: {
  group: VersionGroup & { kind: "cosmetic" };
  open: boolean;
  onToggle: () => void;
}) {
  const Chevron = open ? ChevronDown : ChevronRight;
  const count = group.versions.length;
  return (
    <li className="relative bg-sunken before:absolute before:inset-y-0 before:left-[25px] before:w-px before:bg-line-strong max-desk:before:left-[21px]">
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className="flex h-[30px] w-full items-center gap-1.5 pr-4 pl-5 text-left text-12 text-ink-2 -outline-offset-2 hover:bg-hover max-desk:h-11 max-desk:pl-4"
      >
        <span aria-hidden className="relative mx-[3px] mr-3 size-[5px] shrink-0 rounded-full bg-n400" />
        <Chevron size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
        {formatCount(count)} cosmetic {count === 1 ? "version" : "versions"}
        {open ? "" : " folded"}
        <span
          title="Neither a node's own code nor the configuration differs from the version before. Other lines of the files may: compare to see them."
          className="ml-auto text-11 text-ink-3"
        >
          no node differs
        </span>
      </button>
    </li>
  );
}

/** Versions on a thread, newest first; those that changed no node are folded. */
export function VersionList({ versions, pipeline, all, footer }: VersionListProps) {
  const { from, to } = useChoice();
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const isOpen = ({ key, versions: inside }: VersionGroup & { kind: "cosmetic" }) =>
    (all || inside.some(({ hash }) => hash === from || hash === to)) !== toggled.has(key);
  const toggle = (key: string) => {
    const next = new Set(toggled);
    if (!next.delete(key)) next.add(key);
    setToggled(next);
  };
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ol aria-label="Versions, newest first">
        {foldVersions(versions).flatMap((group) => {
          if (group.kind === "version")
            return <VersionRow key={group.version.hash} version={group.version} pipeline={pipeline} />;
          const open = isOpen(group);
          return [
            <Fold key={`fold ${group.key}`} group={group} open={open} onToggle={() => toggle(group.key)} />,
            ...(open
              ? group.versions.map((version) => (
                  <CosmeticRow key={version.hash} version={version} pipeline={pipeline} />
                ))
              : []),
            <li key={`end ${group.key}`} aria-hidden className="border-b border-line bg-sunken" />,
          ];
        })}
      </ol>
      {footer}
    </div>
  );
}
