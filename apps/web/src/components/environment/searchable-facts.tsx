"use client";
import { Search } from "lucide-react";
import { useState } from "react";
import { formatCount } from "@/format/number";
import { Button } from "../ui/button";
import { Fact, FactGroup } from "./fact";

const SHOWN = 30;
const SEARCH_FROM = 9;

interface SearchableFactsProps {
  title: string;
  /** What one of them is called, for the search box and when there are none. */
  what: string;
  facts: Record<string, string>;
}

/** A list of names and values that can be long: packages, variables. */
export function SearchableFacts({ title, what, facts }: SearchableFactsProps) {
  const [query, setQuery] = useState("");
  const [all, setAll] = useState(false);
  const entries = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  const wanted = query.trim().toLowerCase();
  const found = entries.filter(([name, value]) => `${name} ${value}`.toLowerCase().includes(wanted));
  const shown = all ? found : found.slice(0, SHOWN);
  return (
    <FactGroup title={title} count={formatCount(entries.length)}>
      {entries.length >= SEARCH_FROM ? (
        <label className="mb-1 flex h-7 items-center gap-1.5 rounded-2 border border-line-control px-2 text-12 text-ink-3 focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
          <Search size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden className="shrink-0" />
          <input
            aria-label={`Find ${what}`}
            placeholder={`Find ${what}`}
            value={query}
            spellCheck={false}
            onChange={(event) => setQuery(event.target.value)}
            className="w-full bg-transparent text-ink outline-none"
          />
        </label>
      ) : null}
      {entries.length === 0 ? <p className="text-12 text-ink-3">No {what} was reported.</p> : null}
      {entries.length > 0 && found.length === 0 ? (
        <p className="py-1 text-12 text-ink-3">
          No {what} contains “{query}”.
        </p>
      ) : null}
      <dl>
        {shown.map(([name, value]) => (
          <Fact key={name} term={name} value={value} mono wide />
        ))}
      </dl>
      {found.length > shown.length ? (
        <Button variant="quiet" size="sm" onClick={() => setAll(true)}>
          {formatCount(found.length - shown.length)} more
        </Button>
      ) : null}
    </FactGroup>
  );
}
