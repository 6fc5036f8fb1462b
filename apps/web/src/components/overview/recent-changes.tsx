"use client";
import { formatCount } from "@/format/number";
import { Segmented } from "../ui/segmented";
import { ChangeRow } from "./change-row";
import type { OverviewState } from "./overview-query";
import { SectionHead } from "./section-head";
import type { RecentChangeList } from "./types";

interface RecentChangesProps {
  base: string;
  list: RecentChangeList;
  shown: OverviewState["changes"];
  onShow: (shown: OverviewState["changes"]) => void;
}

/** What changed between one run of a pipeline and the next, newest first. */
export function RecentChanges({ base, list, shown, onShow }: RecentChangesProps) {
  const { changes, total, behaviour } = list;
  return (
    <section aria-label="What changed lately" className="min-w-0">
      <SectionHead title="What changed lately">
        <Segmented
          label="Which changes"
          value={shown}
          options={[
            {
              value: "behaviour",
              label: `Behaviour ${formatCount(behaviour)}`,
              title: "Code of nodes, configuration, packages",
            },
            {
              value: "all",
              label: `All ${formatCount(total)}`,
              title: "Also versions in which no node differs",
            },
          ]}
          onChange={onShow}
        />
      </SectionHead>
      {changes.length === 0 ? (
        <p className="border-t border-line px-(--gutter) py-3 text-12 text-ink-2">
          {total > 0
            ? "Only versions came in which no node differs."
            : "No run differs from the one before it in code, configuration or packages."}
        </p>
      ) : (
        <ul className="px-(--gutter)">
          {changes.map((change) => (
            <ChangeRow key={`${change.run.id} ${change.kind}`} change={change} base={base} />
          ))}
        </ul>
      )}
    </section>
  );
}
