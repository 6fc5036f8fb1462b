"use client";
import { ChevronDown, X } from "lucide-react";
import Link from "next/link";
import { StatusMark } from "../status/status-mark";
import { RUN_STATUSES, STATUS } from "../status/status-words";
import { Button, buttonClass } from "../ui/button";
import { cn } from "../ui/cn";
import { Menu, MenuChoice } from "../ui/menu";
import type { RunsFilter } from "./runs-query";

const ANY = "";

interface RunsFilterBarProps {
  base: string;
  filter: RunsFilter;
  pipelines: readonly string[];
  onChange: (change: Partial<RunsFilter>) => void;
}

const PILL = cn(
  "inline-flex h-6 shrink-0 items-center gap-1.5 rounded-full px-2.25 text-12 text-ink-2 hover:bg-hover",
  "aria-pressed:bg-active aria-pressed:font-medium aria-pressed:text-ink max-desk:h-8 max-desk:px-3",
);

/** Which runs the list shows: by status, by pipeline. */
export function RunsFilterBar({ base, filter, pipelines, onChange }: RunsFilterBarProps) {
  const names =
    filter.pipeline && !pipelines.includes(filter.pipeline) ? [filter.pipeline, ...pipelines] : pipelines;
  return (
    <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-4 max-desk:h-auto max-desk:flex-col-reverse max-desk:items-stretch max-desk:pt-2 max-desk:pr-0">
      <fieldset className="flex min-w-0 flex-1 items-center gap-1 overflow-x-auto px-[calc(var(--gutter)-9px)] max-desk:px-4 max-desk:py-2">
        <legend className="sr-only">Status</legend>
        <button
          type="button"
          aria-pressed={filter.status === null}
          onClick={() => onChange({ status: null })}
          className={cn(PILL, "-outline-offset-2")}
        >
          All
        </button>
        {RUN_STATUSES.map((status) => (
          <button
            key={status}
            type="button"
            aria-pressed={filter.status === status}
            onClick={() => onChange({ status: filter.status === status ? null : status })}
            className={cn(PILL, "-outline-offset-2")}
          >
            <StatusMark status={status} size={12} label="" />
            {STATUS[status].label}
          </button>
        ))}
      </fieldset>
      <div className="flex gap-2 max-desk:px-4">
        <Menu
          align="end"
          trigger={
            <button
              type="button"
              aria-label={`Pipeline: ${filter.pipeline ?? "all"}`}
              className={cn(
                buttonClass(),
                "max-w-64 min-w-0 max-desk:h-9 max-desk:max-w-none max-desk:flex-1 max-desk:shrink",
              )}
            >
              <span className="truncate">{filter.pipeline ?? "All pipelines"}</span>
              <ChevronDown size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
            </button>
          }
        >
          <MenuChoice
            label="Pipeline"
            value={filter.pipeline ?? ANY}
            options={[
              { value: ANY, label: "All pipelines" },
              ...names.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(name) => onChange({ pipeline: name === ANY ? null : name })}
          />
        </Menu>
        {filter.pipeline ? (
          <Button
            icon
            variant="quiet"
            aria-label="All pipelines"
            onClick={() => onChange({ pipeline: null })}
            className="max-desk:size-9"
          >
            <X size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
          </Button>
        ) : null}
        <Link href={`${base}/setup`} className={cn(buttonClass(), "max-desk:h-9")}>
          Track a pipeline
        </Link>
      </div>
    </div>
  );
}
