"use client";
import { Search } from "lucide-react";
import { useRef } from "react";
import { useKeys } from "@/hooks/use-keys";
import { type KeyHelp, usePageKeys } from "../shell/page-keys";

const KEYS: readonly KeyHelp[] = [{ keys: "/", does: "filter the list; Esc empties the field" }];

interface FilterFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Narrows a list as one types; `/` goes to it, Esc empties it. */
export function FilterField({ label, value, onChange }: FilterFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useKeys({
    "/": (event) => {
      event.preventDefault();
      input.current?.focus();
    },
  });
  usePageKeys("List", KEYS);
  return (
    <div className="relative max-desk:w-full">
      <Search
        size={14}
        strokeWidth={1.4}
        absoluteStrokeWidth
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={({ key }) => key === "Escape" && onChange("")}
        className="h-7 w-56 rounded-2 border border-line-control bg-bg pr-2 pl-7 text-12 text-ink focus:border-accent focus:ring-1 focus:ring-accent focus:outline-none max-desk:h-9 max-desk:w-full"
      />
    </div>
  );
}
