"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import type { CodeLines } from "@/code/tokens";
import { CodeLine } from "../code/code-text";
import { cn } from "../ui/cn";
import { nodeOfLines, type Span } from "./spans";

const LINE = 18;
/** Lines above a node that stay in view when it is gone to. */
const ABOVE = 3;

interface FileTextProps {
  path: string;
  lines: CodeLines;
  spans: readonly Span[];
  selected: string | null;
  changed: ReadonlySet<string>;
  onSelect: (node: string) => void;
}

/** A file with line numbers. Lines of a node carry its mark at their left and select it. */
export function FileText({ path, lines, spans, selected, changed, onSelect }: FileTextProps) {
  const scroller = useRef<HTMLElement>(null);
  const owner = useMemo(() => nodeOfLines(spans, lines.length), [spans, lines.length]);
  const longest = useMemo(() => lines.reduce((most, line) => Math.max(most, lengthOf(line)), 0), [lines]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    paddingStart: 6,
    paddingEnd: 24,
    overscan: 30,
    initialRect: { width: 1000, height: 800 },
  });
  const start = spans.find(({ name }) => name === selected)?.startLine ?? null;
  useEffect(() => {
    if (start !== null) virtual.scrollToIndex(Math.max(0, start - 1 - ABOVE), { align: "start" });
  }, [start, virtual]);
  const starts = useMemo(() => new Map(spans.map(({ name, startLine }) => [startLine, name])), [spans]);
  return (
    <section
      ref={scroller}
      aria-label={`Text of ${path}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto bg-sunken font-mono text-[11.5px]/[18px] -outline-offset-2"
    >
      <code
        className="relative block min-w-full"
        style={{ height: virtual.getTotalSize(), width: `calc(${longest}ch + 72px)` }}
      >
        {virtual.getVirtualItems().map(({ index, start: top }) => {
          const node = owner[index] ?? null;
          const begins = starts.get(index + 1);
          const on = node !== null && node === selected;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the keyboard has the button at the node's first line.
            <span
              key={index}
              title={node ?? undefined}
              onClick={node === null || on ? undefined : () => onSelect(node)}
              className={cn(
                "absolute inset-x-0 block whitespace-pre",
                node !== null && "cursor-pointer border-l-2 border-line-strong",
                node === null && "border-l-2 border-transparent",
                node !== null && changed.has(node) && "border-ink",
                on ? "border-accent bg-accent-soft" : node !== null && "hover:bg-hover",
              )}
              style={{ top, height: LINE }}
            >
              <span aria-hidden className="inline-block w-12 pr-4 text-right text-ink-3 select-none">
                {index + 1}
              </span>
              {begins === undefined ? null : (
                <button type="button" className="sr-only" onClick={() => onSelect(begins)}>
                  Select {begins}
                </button>
              )}
              <CodeLine line={lines[index] ?? []} />
            </span>
          );
        })}
      </code>
    </section>
  );
}

function lengthOf(line: CodeLines[number]): number {
  return line.reduce((sum, [text]) => sum + text.length, 0);
}
