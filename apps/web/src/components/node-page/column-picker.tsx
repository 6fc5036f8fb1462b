"use client";
import type { NodeHistory } from "@heddle/core";
import { ChevronDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { formatCount } from "../../format/number";
import { KINDS } from "../profile/column-words";
import { buttonClass } from "../ui/button";
import { cn } from "../ui/cn";

const SEARCH_FROM = 7;
const SHOWN = 100;

interface ColumnPickerProps {
  columns: NodeHistory["columns"];
  column: string | null;
  onChange: (column: string) => void;
}

/** Which column is followed; searched when there are many. */
export function ColumnPicker({ columns, column, onChange }: ColumnPickerProps) {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  if (columns.length === 0 || (columns.length === 1 && column === columns[0]?.name)) return null;
  const wanted = query.trim().toLowerCase();
  const found = columns.filter(({ name }) => name.toLowerCase().includes(wanted));
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={cn(buttonClass(), "max-w-36 min-w-0 shrink")}>
        <span className="sr-only">Column</span>
        <span className="truncate">{column || "value"}</span>
        <ChevronDown size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Columns"
          className="z-50 flex max-h-(--radix-popover-content-available-height) w-72 flex-col rounded-3 border border-line-strong bg-raised p-1 shadow-float"
        >
          {columns.length >= SEARCH_FROM ? (
            <input
              aria-label="Find column"
              placeholder={`Find one of ${formatCount(columns.length)} columns`}
              value={query}
              spellCheck={false}
              onChange={(event) => setQuery(event.target.value)}
              className="mb-1 h-7 shrink-0 rounded-2 border border-line-control bg-bg px-2 text-12 focus:border-accent focus:ring-1 focus:ring-accent focus:outline-none"
            />
          ) : null}
          <ul className="max-h-72 min-h-0 overflow-y-auto">
            {found.slice(0, SHOWN).map(({ name, kind, dataType }) => (
              <li key={name}>
                <button
                  type="button"
                  aria-current={name === column ? "true" : undefined}
                  onClick={() => {
                    onChange(name);
                    setOpen(false);
                  }}
                  className={cn(
                    "flex h-7 w-full items-center gap-2 rounded-2 px-2 text-left text-12 -outline-offset-2 hover:bg-hover max-desk:h-10",
                    name === column && "bg-select font-medium",
                  )}
                >
                  <span aria-hidden className="w-4 shrink-0 text-center text-[10px] text-ink-3">
                    {KINDS[kind].mark}
                  </span>
                  <span className="min-w-0 flex-1 truncate" title={name}>
                    {name || "value"}
                  </span>
                  <span className="max-w-20 shrink-0 truncate text-11 font-normal text-ink-3">
                    {dataType}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {found.length === 0 ? (
            <p className="px-2 py-1.5 text-12 text-ink-3">No column contains “{query}”.</p>
          ) : found.length > SHOWN ? (
            <p className="px-2 py-1 text-11 text-ink-3">
              {formatCount(found.length - SHOWN)} more: type to find
            </p>
          ) : null}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
