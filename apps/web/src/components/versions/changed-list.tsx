"use client";
import type { VersionComparison } from "@heddle/core";
import { FileCode } from "lucide-react";
import { useEffect, useRef } from "react";
import { formatCount } from "@/format/number";
import { DIFFERENCES } from "../diff/differences";
import { cn } from "../ui/cn";
import type { Selection } from "./first-change";
import { fileName, fileWords, restWords } from "./version-words";

interface ChangedListProps {
  comparison: VersionComparison;
  selection: Selection;
  onSelect: (selection: NonNullable<Selection>) => void;
}

const ROW =
  "flex h-[30px] w-full items-center gap-1.5 pr-3 pl-5 text-left text-12 whitespace-nowrap -outline-offset-2 max-desk:h-11 max-desk:pl-4 [content-visibility:auto] [contain-intrinsic-size:auto_30px]";

function Lines({ added, removed }: { added: number | null; removed: number | null }) {
  if (added === null || removed === null)
    return <span className="ml-auto text-11 text-ink-3">not there</span>;
  return (
    <span className="ml-auto flex shrink-0 gap-1 pl-1 text-11 text-ink-3">
      {added > 0 ? <span>+{formatCount(added)}</span> : null}
      {removed > 0 ? <span>{formatCount(-removed)}</span> : null}
    </span>
  );
}

function counted(count: number, one: string): string {
  return `${formatCount(count)} ${one}${count === 1 ? "" : "s"}`;
}

/** Functions whose code differs, then files that differ outside of them, each with its lines. */
export function ChangedList({ comparison, selection, onSelect }: ChangedListProps) {
  const { functions, files, moreFiles } = comparison;
  const list = useRef<HTMLElement>(null);
  const node = selection && "node" in selection ? selection.node : null;
  const file = selection && "file" in selection ? selection.file : null;
  const key = node ?? file;
  useEffect(() => {
    if (key === null) return;
    const box = list.current;
    const row = box?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    if (!box || !row) return;
    // Not scrollIntoView: on a phone that would move the page, too.
    const top = row.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (top < 0 || top + row.offsetHeight > box.clientHeight) box.scrollTop += top - box.clientHeight / 2;
  }, [key]);
  const look = (on: boolean) => cn(ROW, on ? "bg-active font-medium" : "hover:bg-hover");
  return (
    <section
      ref={list}
      aria-label="What changed in the code"
      className="min-h-0 overflow-y-auto overscroll-contain border-r border-line pb-2 max-desk:max-h-64 max-desk:border-r-0 max-desk:border-b"
    >
      <h2 className="px-5 pt-2 pb-1 text-11 text-ink-3 max-desk:px-4">
        {[
          functions.length > 0 ? counted(functions.length, "function") : null,
          files.length > 0 ? `${counted(files.length + moreFiles, "file")} besides` : null,
        ]
          .filter(Boolean)
          .join(", ")}
      </h2>
      <ul>
        {functions.map(({ name, difference, added, removed }) => {
          const { icon: Icon, spoken, text } = DIFFERENCES[difference];
          return (
            <li key={name}>
              <button
                type="button"
                data-key={name}
                aria-pressed={name === node}
                aria-label={`${name}, ${spoken}`}
                title={`${name}, ${spoken}`}
                onClick={() => onSelect({ node: name })}
                className={look(name === node)}
              >
                {Icon ? (
                  <Icon size={12} strokeWidth={1.6} absoluteStrokeWidth aria-hidden className={text} />
                ) : null}
                <span className="truncate">{name}</span>
                <Lines added={added} removed={removed} />
              </button>
            </li>
          );
        })}
        {files.map((changed) => (
          <li key={changed.path}>
            <button
              type="button"
              data-key={changed.path}
              aria-pressed={changed.path === file}
              aria-label={fileWords(changed)}
              title={`${fileWords(changed)} (${changed.path})`}
              onClick={() => onSelect({ file: changed.path })}
              className={look(changed.path === file)}
            >
              <FileCode size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden className="text-ink-3" />
              <span className="truncate">
                {fileName(changed.path)} <span className="text-11 text-ink-3">{restWords(changed)}</span>
              </span>
              <Lines added={changed.added} removed={changed.removed} />
            </button>
          </li>
        ))}
      </ul>
      {moreFiles > 0 ? (
        <p className="px-5 pt-2 text-11 text-ink-3 max-desk:px-4">and {counted(moreFiles, "more file")}</p>
      ) : null}
    </section>
  );
}
