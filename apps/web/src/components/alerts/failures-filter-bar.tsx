"use client";
import type { FailureState } from "@heddle/core";
import { ChevronDown } from "lucide-react";
import { FAILURE_FILTERS } from "@/app/[org]/[project]/alerts/search-params";
import { formatCount } from "@/format/number";
import { buttonClass } from "../ui/button";
import { cn } from "../ui/cn";
import { Menu, MenuChoice } from "../ui/menu";
import type { AlertsFilter } from "./alerts-filter";
import { StateMark } from "./failure-state";
import { STATE_WORDS } from "./failure-words";

const ANY = "";

interface FailuresFilterBarProps {
  filter: AlertsFilter;
  counts: Record<FailureState, number> | undefined;
  pipelines: readonly string[];
  onChange: (change: Partial<AlertsFilter>) => void;
}

const PILL = cn(
  "inline-flex h-6 shrink-0 items-center gap-1.5 rounded-full px-2.25 text-12 text-ink-2 -outline-offset-2 hover:bg-hover",
  "aria-pressed:bg-active aria-pressed:font-medium aria-pressed:text-ink max-desk:h-8 max-desk:px-3",
);

/** Which failures the list shows: by state, with how many there are, and by pipeline. */
export function FailuresFilterBar({ filter, counts, pipelines, onChange }: FailuresFilterBarProps) {
  const { state, pipeline } = filter;
  const names = pipeline && !pipelines.includes(pipeline) ? [pipeline, ...pipelines] : pipelines;
  return (
    <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-4 max-desk:h-auto max-desk:flex-col max-desk:items-stretch max-desk:gap-0 max-desk:pr-0 max-desk:pb-2">
      <fieldset className="flex min-w-0 flex-1 items-center gap-1 overflow-x-auto px-[calc(var(--gutter)-9px)] max-desk:px-4 max-desk:py-2">
        <legend className="sr-only">State</legend>
        {FAILURE_FILTERS.map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={state === value}
            onClick={() => onChange({ state: value })}
            className={PILL}
          >
            {value === "all" ? null : <StateMark state={value} />}
            {value === "all" ? "All" : STATE_WORDS[value]}
            {counts && value !== "all" ? (
              <span className="text-11 font-normal text-ink-3">{formatCount(counts[value])}</span>
            ) : null}
          </button>
        ))}
      </fieldset>
      <div className="max-desk:px-4">
        <Menu
          align="end"
          trigger={
            <button
              type="button"
              aria-label={`Pipeline: ${pipeline ?? "all"}`}
              className={cn(buttonClass(), "max-w-64 max-desk:h-9 max-desk:w-full max-desk:max-w-none")}
            >
              <span className="truncate">{pipeline ?? "All pipelines"}</span>
              <ChevronDown size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
            </button>
          }
        >
          <MenuChoice
            label="Pipeline"
            value={pipeline ?? ANY}
            options={[
              { value: ANY, label: "All pipelines" },
              ...names.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(name) => onChange({ pipeline: name === ANY ? null : name })}
          />
        </Menu>
      </div>
    </div>
  );
}
