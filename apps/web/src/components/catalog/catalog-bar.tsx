"use client";
import { Search, SlidersHorizontal } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useKeys } from "@/hooks/use-keys";
import { Button } from "../ui/button";
import { Kbd } from "../ui/kbd";

interface CatalogBarProps {
  placeholder: string;
  value: string;
  /** How much was found, in words. */
  found: string;
  onChange: (value: string) => void;
  /** Leads to the rows from the field: the arrow down. */
  onLeave: () => void;
  /** Opens the facets on a phone; left out where there are none. */
  onFilter?: () => void;
  chosen: number;
  children?: ReactNode;
}

/** The search field of the catalog: `/` goes to it, Esc empties it. */
export function CatalogBar(props: CatalogBarProps) {
  const { placeholder, value, found, onChange, onLeave, onFilter, chosen, children } = props;
  const input = useRef<HTMLInputElement>(null);
  useKeys({
    "/": (event) => {
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    },
  });
  return (
    <div className="flex shrink-0 items-center gap-2 border-b border-line py-2 pr-4 pl-(--gutter) max-desk:flex-wrap">
      <div className="relative min-w-0 flex-1 max-desk:basis-full">
        <Search
          size={14}
          strokeWidth={1.4}
          absoluteStrokeWidth
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-2"
        />
        <input
          ref={input}
          type="search"
          aria-label={placeholder}
          placeholder={placeholder}
          value={value}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown") {
              event.preventDefault();
              onLeave();
            }
            if (event.key !== "Escape") return;
            if (value === "") event.currentTarget.blur();
            else onChange("");
          }}
          className="h-8 w-full appearance-none rounded-2 border border-line-control bg-bg pr-40 pl-8 text-13 text-ellipsis text-ink focus:border-accent focus:ring-1 focus:ring-accent focus:outline-none max-desk:h-10 [&::-webkit-search-cancel-button]:hidden max-desk:pr-24"
        />
        <span className="pointer-events-none absolute top-1/2 right-2.5 flex -translate-y-1/2 items-center gap-2 text-12 text-ink-3">
          <span role="status">{found}</span>
          <span className="max-desk:hidden">
            <Kbd>/</Kbd>
          </span>
        </span>
      </div>
      {children}
      {onFilter ? (
        <Button onClick={onFilter} className="h-9! wide:hidden">
          <SlidersHorizontal size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
          Filter{chosen > 0 ? ` (${chosen})` : ""}
        </Button>
      ) : null}
    </div>
  );
}
