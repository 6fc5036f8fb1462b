"use client";
import { Search } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useKeys } from "@/hooks/use-keys";
import { StatusMark } from "../status/status-mark";
import { cn } from "../ui/cn";
import { Kbd } from "../ui/kbd";
import { findNames } from "./find-names";
import { useDrawing } from "./graph-context";

interface FindNodeProps {
  onFind: (name: string) => void;
}

/** Finds a node by a part of its name and goes there. `/` leads into it. */
export function FindNode({ onFind }: FindNodeProps) {
  const { model } = useDrawing();
  const [query, setQuery] = useState("");
  const [index, setIndex] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  useKeys({
    "/": (event) => {
      event.preventDefault();
      input.current?.focus();
    },
  });
  const found = findNames([...model.byName.keys()], query);
  const open = query !== "";
  const choose = (name: string | undefined) => {
    if (name === undefined) return;
    setQuery("");
    // The next key, Escape first of all, is meant for the node that was found.
    input.current?.blur();
    onFind(name);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      setQuery("");
      input.current?.blur();
    } else if (event.key === "Enter") {
      choose(found[index]);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setIndex((now) => Math.max(0, Math.min(found.length - 1, now + step)));
    }
  };
  return (
    <div className="relative">
      <label className="flex h-7 items-center gap-1.5 rounded-2 border border-line-strong bg-raised pr-1.5 pl-2 text-12 text-ink-3 focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
        <Search size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden className="shrink-0" />
        <input
          ref={input}
          role="combobox"
          aria-label="Find node"
          aria-expanded={open}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={open && found[index] ? `${list}-${index}` : undefined}
          placeholder="Find node"
          value={query}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setQuery(event.target.value);
            setIndex(0);
          }}
          onBlur={() => setQuery("")}
          onKeyDown={onKeyDown}
          className="w-full min-w-0 bg-transparent text-ink outline-none"
        />
        <Kbd>/</Kbd>
      </label>
      <div
        role="listbox"
        id={list}
        aria-label="Matching nodes"
        hidden={!open}
        className="absolute top-8 right-0 z-10 max-h-80 w-64 overflow-y-auto rounded-3 bg-raised p-1 text-12 shadow-float inset-ring inset-ring-line-strong"
      >
        {found.length === 0 ? <p className="px-2 py-1 text-ink-3">No name contains “{query}”</p> : null}
        {found.map((name, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the input of the combobox.
          <div
            key={name}
            id={`${list}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === index}
            title={name}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(name)}
            className={cn(
              "flex h-7 cursor-pointer items-center gap-1.5 rounded-2 px-2",
              i === index ? "bg-accent-soft" : "hover:bg-hover",
            )}
          >
            <StatusMark status={model.byName.get(name)?.status ?? "pending"} size={12} />
            <span className="truncate">{name}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
