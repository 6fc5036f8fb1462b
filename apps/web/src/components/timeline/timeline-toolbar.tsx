import { formatCount } from "@/format/number";
import { Segmented } from "../ui/segmented";
import type { RowFilter, RowGrouping } from "./timeline-rows";

interface TimelineToolbarProps {
  total: number;
  critical: number;
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
];

/** What the time line shows, and what its marks mean. */
export function TimelineToolbar(props: TimelineToolbarProps) {
  const filters = [
    { value: "all", label: `All ${formatCount(props.total)}` },
    { value: "critical", label: `Critical path ${formatCount(props.critical)}` },
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
        {LEGEND.map(({ look, word }) => (
          <li key={word} className="inline-flex items-center gap-1.25">
            <span className={`inline-block w-4 rounded-[2px] ${look}`} />
            {word}
          </li>
        ))}
      </ul>
    </div>
  );
}
