"use client";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { cn } from "./cn";

export interface Tab {
  key: string;
  label: string;
  href: string;
  count?: string;
  /** The count is of something that failed. */
  bad?: boolean;
}

interface TabsProps<Key extends string> {
  label: string;
  tabs: (Tab & { key: Key })[];
  current: Key;
  /** Changes the view in place of following the link; new tabs of the browser still follow it. */
  onSelect?: (key: Key) => void;
}

/** What is left beside the current tab, so that its neighbour is seen to be there. */
const PEEK = 32;

/** Tabs that are links: each view has its URL, and Back works. */
export function Tabs<Key extends string>({ label, tabs, current, onSelect }: TabsProps<Key>) {
  const nav = useRef<HTMLElement>(null);
  const index = tabs.findIndex(({ key }) => key === current);
  useEffect(() => {
    const row = nav.current;
    const tab = row?.children[index];
    if (!row || !tab) return;
    // Not scrollIntoView: on a phone that would move the page, too.
    const [view, box] = [row.getBoundingClientRect(), tab.getBoundingClientRect()];
    if (box.right > view.right) row.scrollLeft += box.right - view.right + PEEK;
    else if (box.left < view.left) row.scrollLeft += box.left - view.left - PEEK;
  }, [index]);
  return (
    <nav
      ref={nav}
      aria-label={label}
      className="flex h-9 shrink-0 gap-0.5 overflow-x-auto border-b border-line px-[calc(var(--gutter)-8px)]"
    >
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          href={tab.href}
          scroll={false}
          onClick={
            onSelect &&
            ((event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
              event.preventDefault();
              onSelect(tab.key);
            })
          }
          aria-current={tab.key === current ? "page" : undefined}
          className={cn(
            "relative flex items-center gap-1.5 px-2 text-13 whitespace-nowrap -outline-offset-2",
            tab.key === current
              ? "font-medium text-ink after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:bg-ink"
              : "text-ink-2 hover:text-ink",
          )}
        >
          {tab.label}
          {tab.count ? (
            <span className={cn("text-11", tab.bad ? "font-semibold text-failed-text" : "text-ink-3")}>
              {tab.count}
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
