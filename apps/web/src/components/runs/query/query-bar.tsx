"use client";
import type { RunFacets } from "@heddle/core";
import { Search } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { useKeys } from "@/hooks/use-keys";
import { Kbd } from "../../ui/kbd";
import type { RunsFilter } from "../runs-query";
import { isReference, parseQuery, tokenText } from "./query-text";
import { type Suggestion, suggest } from "./suggest";
import { optionId, SuggestionList } from "./suggestion-list";
import { TokenChip } from "./token-chip";
import { tokensOf, withoutToken, withToken } from "./tokens";

interface QueryBarProps {
  filter: RunsFilter;
  onChange: (filter: RunsFilter) => void;
  facets: RunFacets | undefined;
  versions: readonly string[];
  /** How many runs match, in words. */
  matches: string;
}

/** The filter as text: tokens, and an input that completes keys and then values. `/` goes to it. */
export function QueryBar({ filter, onChange, facets, versions, matches }: QueryBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const tokens = tokensOf(filter);
  const tagKeys = useMemo(() => facets?.tags.map(({ key }) => key) ?? [], [facets]);
  const suggestions = useMemo(
    () => (open ? suggest(text, filter, { facets, versions }) : []),
    [open, text, filter, facets, versions],
  );
  const shown = open && suggestions.length > 0;

  useKeys({
    "/": (event) => {
      event.preventDefault();
      input.current?.focus();
    },
  });

  const write = (next: string) => {
    setText(next);
    setActive(-1);
    setOpen(true);
  };
  const apply = (next: RunsFilter) => {
    onChange(next);
    setText("");
    setActive(-1);
  };
  const pick = (suggestion: Suggestion) => {
    if (suggestion.kind === "key") return write(`${suggestion.key}:`);
    if (suggestion.kind === "text") return apply(parseQuery(suggestion.text, filter, tagKeys));
    const next = withToken(filter, suggestion.token);
    if (next) apply(next);
  };

  const step = (by: 1 | -1) => {
    setOpen(true);
    const count = suggestions.length;
    if (count > 0) setActive((now) => (now < 0 && by < 0 ? count - 1 : (now + by + count) % count));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const chosen = shown ? suggestions[active] : undefined;
      const first = suggestions[0];
      // A key with the beginning of a value takes the first value that fits.
      if (chosen) pick(chosen);
      else if (/^\w+:[^:]*$/.test(text.trim()) && first?.kind === "token") pick(first);
      else if (text.trim() !== "") apply(parseQuery(text, filter, tagKeys));
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (shown) setOpen(false);
      else if (text !== "") setText("");
      else input.current?.blur();
    } else if (event.key === "Backspace" && text === "") {
      const last = tokens.at(-1);
      if (last) onChange(withoutToken(filter, last));
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData("text").trim();
    if (text !== "" || !isReference(pasted)) return;
    event.preventDefault();
    const next = withToken(filter, { key: "q", value: pasted });
    if (next) apply(next);
    setOpen(false);
  };

  return (
    <search className="relative min-w-0 flex-1">
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a click beside the text goes to it. */}
      <div
        onClick={(event) => event.target === event.currentTarget && input.current?.focus()}
        className="flex min-h-8 items-center gap-1.5 rounded-2 border border-line-control bg-bg px-2 text-12 focus-within:border-accent focus-within:ring-1 focus-within:ring-accent max-desk:min-h-9 max-desk:flex-wrap max-desk:py-1"
      >
        <Search size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden className="shrink-0 text-ink-2" />
        <span className="contents desk:flex desk:min-w-0 desk:flex-wrap desk:gap-1.5 desk:py-1">
          {tokens.map((token) => (
            <TokenChip
              key={tokenText(token)}
              token={token}
              onRemove={() => {
                onChange(withoutToken(filter, token));
                input.current?.focus();
              }}
            />
          ))}
        </span>
        <input
          ref={input}
          role="combobox"
          aria-label="Filter runs"
          aria-expanded={shown}
          aria-controls={shown ? list : undefined}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? optionId(list, active) : undefined}
          placeholder={tokens.length === 0 ? "Filter runs: status:failed, env:prod, #1288, an error" : ""}
          value={text}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={({ target }) => write(target.value)}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          className="h-6 min-w-12 flex-1 bg-transparent text-12 text-ink outline-none placeholder:text-ink-3"
        />
        <span role="status" className="shrink-0 text-11 whitespace-nowrap text-ink-3 max-desk:sr-only">
          {matches}
        </span>
        <span className="max-desk:hidden">
          <Kbd>/</Kbd>
        </span>
      </div>
      {shown ? <SuggestionList id={list} suggestions={suggestions} active={active} onPick={pick} /> : null}
    </search>
  );
}
