import { formatCount } from "@/format/number";
import { Segmented } from "../ui/segmented";
import type { RowFilter, RowGrouping } from "./timeline-rows";

interface TimelineToolbarProps {
  total: number;
  critical: number;
  /** Nodes that took longer than usual; null: what is usual is not known. */
  slow: number | null;
  filter: RowFilter;
  grouping: RowGrouping;
  onFilter: (filter: RowFilter) => void;
  onGrouping: (grouping: RowGrouping) => void;
}

const GROUPINGS = [
  { value: "start", label: "By start" },
  { value: "module", label: "By module" },
] as const;

const LEGEND = [
  { look: "h-2 bg-ink-2", word: "critical" },
  { look: "h-2 bg-n300", word: "work" },
  { look: "h-[9px] border border-dashed border-n400", word: "not run" },
  { look: "h-2.5 w-px! bg-ink", word: "usual end" },
];

/** What the time line shows, and what its marks mean. */
export function TimelineToolbar(props: TimelineToolbarProps) {
  const filters = [
    { value: "all", label: `All ${formatCount(props.total)}` },
    { value: "critical", label: `Critical path ${formatCount(props.critical)}` },
    ...(props.slow === null
      ? []
      : [{ value: "slow" as const, label: `Slower than usual ${formatCount(props.slow)}` }]),
  ] as const;
  return (
    <div className="flex h-10 shrink-0 items-center gap-3 border-b border-line px-(--gutter)">
      <div className="max-desk:hidden">
        <Segmented
          label="Order of rows"
          value={props.grouping}
          options={GROUPINGS}
          onChange={props.onGrouping}
        />
      </div>
      <Segmented label="Rows shown" value={props.filter} options={filters} onChange={props.onFilter} />
      <ul aria-label="Legend" className="ml-auto flex gap-3 text-11 text-ink-2 max-desk:hidden">
        {LEGEND.filter(({ word }) => word !== "usual end" || props.slow !== null).map(({ look, word }) => (
          <li key={word} className="inline-flex items-center gap-1.25">
            <span className={`inline-block w-4 rounded-[2px] ${look}`} />
            {word}
          </li>
        ))}
      </ul>
    </div>
  );
}
