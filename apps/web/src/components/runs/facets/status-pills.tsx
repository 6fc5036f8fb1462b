"use client";
import type { RunFacets } from "@heddle/core";
import { formatCount } from "@/format/number";
import { StatusMark } from "../../status/status-mark";
import { RUN_STATUSES, STATUS } from "../../status/status-words";
import { cn } from "../../ui/cn";
import type { RunsFilter } from "../runs-query";

interface StatusPillsProps {
  filter: RunsFilter;
  facets: RunFacets | undefined;
  onChange: (filter: RunsFilter) => void;
}

const PILL =
  "inline-flex h-9 shrink-0 items-center gap-1.5 rounded-full bg-hover px-3 text-12 text-ink-2 -outline-offset-2 aria-pressed:bg-active aria-pressed:font-medium aria-pressed:text-ink";

/** The statuses of a phone, where the other facets are a sheet. */
export function StatusPills({ filter, facets, onChange }: StatusPillsProps) {
  const count = (n: number | undefined) => (n === undefined ? "" : ` ${formatCount(n)}`);
  const all = facets?.statuses.reduce((sum, each) => sum + each.count, 0);
  return (
    <fieldset className="flex gap-1.5 overflow-x-auto px-4 pb-2.5 desk:hidden">
      <legend className="sr-only">Status</legend>
      <button
        type="button"
        aria-pressed={filter.status.length === 0}
        onClick={() => onChange({ ...filter, status: [] })}
        className={PILL}
      >
        All{count(all)}
      </button>
      {RUN_STATUSES.map((status) => {
        const found = facets?.statuses.find((each) => each.status === status)?.count;
        const on = filter.status.includes(status);
        if (!on && !found && facets) return null;
        const next = on ? filter.status.filter((each) => each !== status) : [...filter.status, status];
        return (
          <button
            key={status}
            type="button"
            aria-pressed={on}
            onClick={() => onChange({ ...filter, status: next })}
            className={cn(PILL, !on && STATUS[status].text)}
          >
            <StatusMark status={status} size={12} label="" />
            {STATUS[status].label}
            {count(found)}
          </button>
        );
      })}
    </fieldset>
  );
}
