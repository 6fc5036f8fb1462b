import { X } from "lucide-react";
import { formatCount } from "@/format/number";
import { FilterField } from "../members/filter-field";
import { KINDS } from "../profile/column-words";
import { COLUMN_KINDS, COLUMN_SORTS } from "../run/run-params";
import { Button } from "../ui/button";
import { Segmented } from "../ui/segmented";
import type { DataFilter } from "./data-query";

interface DataToolbarProps {
  filter: DataFilter;
  /** How many columns fit; null until it is known. */
  total: number | null;
  selected: string | null;
  onChange: (change: Partial<DataFilter>) => void;
}

const SORT_NAMES = { node: "By node", name: "By name", missing: "Most missing" };
const SORTS = COLUMN_SORTS.map((value) => ({ value, label: SORT_NAMES[value] }));

/** Which columns are shown, and in what order. */
export function DataToolbar({ filter, total, selected, onChange }: DataToolbarProps) {
  const only = filter.of ?? selected;
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-(--gutter) py-1.5">
      <FilterField label="Find column or node" value={filter.find} onChange={(find) => onChange({ find })} />
      <select
        aria-label="Kind of column"
        value={filter.kind ?? ""}
        onChange={({ target }) =>
          onChange({ kind: COLUMN_KINDS.find((kind) => kind === target.value) ?? null })
        }
        className="h-7 rounded-2 border border-line-control bg-bg px-1.5 text-12 text-ink-2"
      >
        <option value="">all kinds</option>
        {COLUMN_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KINDS[kind].name}
          </option>
        ))}
      </select>
      <Segmented
        label="Order of columns"
        value={filter.by}
        options={SORTS}
        onChange={(by) => onChange({ by })}
      />
      {only === null ? null : (
        <Button
          size="sm"
          variant={filter.of === null ? "quiet" : "default"}
          aria-pressed={filter.of !== null}
          onClick={() => onChange({ of: filter.of === null ? only : null })}
          className="max-w-56"
        >
          <span className="truncate">only {only}</span>
          {filter.of === null ? null : <X size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />}
        </Button>
      )}
      <span role="status" className="ml-auto text-12 text-ink-3">
        {total === null ? "" : `${formatCount(total)} ${total === 1 ? "column" : "columns"}`}
      </span>
    </div>
  );
}
