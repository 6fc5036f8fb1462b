"use client";
import { Segmented } from "../../ui/segmented";
import type { LAST, RunsFilter } from "../runs-query";

const ALL = "all";
const OPTIONS = [
  { value: "24h", label: "24 h", title: "The last 24 hours" },
  { value: "7d", label: "7 d", title: "The last 7 days" },
  { value: "30d", label: "30 d", title: "The last 30 days" },
  { value: ALL, label: "All", title: "All runs" },
] as const;

interface RangePresetsProps {
  filter: RunsFilter;
  onChange: (filter: RunsFilter) => void;
}

/** How far back the histogram and the list reach. */
export function RangePresets({ filter, onChange }: RangePresetsProps) {
  return (
    <Segmented<(typeof LAST)[number] | typeof ALL>
      label="Time"
      value={filter.last ?? ALL}
      options={OPTIONS}
      onChange={(last) => onChange({ ...filter, last: last === ALL ? null : last, from: null, to: null })}
    />
  );
}
