import Link from "next/link";
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

/** Tabs that are links: each view has its URL, and Back works. */
export function Tabs<Key extends string>({ label, tabs, current, onSelect }: TabsProps<Key>) {
  return (
    <nav
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
