import type { CodeLines } from "@/code/tokens";
import { cn } from "../ui/cn";
import { CodeLine } from "./code-text";

interface CodeBlockProps {
  lines: CodeLines;
  /** Number of the first line in its file. */
  start: number;
  /** Number of the line that failed. */
  failing?: number | null;
  label: string;
}

/** Code with line numbers; the failing line has a red edge. */
export function CodeBlock({ lines, start, failing = null, label }: CodeBlockProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
      tabIndex={0}
      className="overflow-x-auto rounded-3 border border-line bg-sunken py-1.5 font-mono text-[11.5px]/[17px]"
    >
      <code className="block w-max min-w-full">
        {lines.map((line, index) => {
          const number = start + index;
          const hit = number === failing;
          return (
            <span
              key={number}
              className={cn(
                "block pr-2.5 whitespace-pre",
                hit && "bg-failed-soft shadow-[inset_2px_0_0_var(--failed)]",
              )}
            >
              <span aria-hidden className="inline-block w-10 pr-3.5 text-right text-ink-3 select-none">
                {number}
              </span>
              {hit ? <span className="sr-only">Failed here: </span> : null}
              <CodeLine line={line} />
              {"\n"}
            </span>
          );
        })}
      </code>
    </section>
  );
}
