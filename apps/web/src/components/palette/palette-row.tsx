"use client";
import type { LucideIcon } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { StatusMark } from "../status/status-mark";
import { Instant } from "../time/instant";
import { cn } from "../ui/cn";
import { Kbd } from "../ui/kbd";
import { Highlighted } from "./highlighted";
import type { Action, Item } from "./item";

interface OptionProps {
  id: string;
  active: boolean;
  onPoint: () => void;
  onChoose: (newTab: boolean) => void;
  children: ReactNode;
}

/** One option of the list; the focus stays in the input. */
function Option({ id, active, onPoint, onChoose, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the input has the focus and the keys, and names the active option.
    <div
      id={id}
      role="option"
      aria-selected={active}
      onMouseMove={active ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event: MouseEvent) => onChoose(event.metaKey || event.ctrlKey)}
      onAuxClick={(event: MouseEvent) => event.button === 1 && onChoose(true)}
      className={cn(
        "flex h-8.5 cursor-pointer scroll-my-8 items-center gap-2 rounded-2 px-2 max-desk:h-11",
        active && "bg-accent-soft",
      )}
    >
      {children}
    </div>
  );
}

const ICON = { size: 14, strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true } as const;

function Mark({ mark }: { mark: Item["mark"] | { icon: LucideIcon } }) {
  if ("status" in mark) return <StatusMark status={mark.status} />;
  const { icon: Icon } = mark;
  return <Icon {...ICON} className="text-ink-2" />;
}

function Keys({ keys }: { keys: string }) {
  return (
    <span className="flex gap-1 max-desk:hidden" aria-hidden>
      {keys.split(" ").map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  );
}

interface ItemRowProps extends Omit<OptionProps, "children"> {
  item: Item;
  words: readonly string[];
}

export function ItemRow({ item, words, ...option }: ItemRowProps) {
  const { label, detail, mark, tail, keys, mono } = item;
  return (
    <Option {...option}>
      <Mark mark={mark} />
      <span className={cn("max-w-[60%] shrink-0 truncate", mono && "font-mono text-[12px]")} title={label}>
        <Highlighted text={label} words={words} />
      </span>
      <span className="min-w-0 flex-1 truncate text-12 text-ink-3">
        <Highlighted text={detail} words={words} />
      </span>
      {tail && (tail.words || tail.at) ? (
        <span className={cn("shrink-0 text-12", tail.bad ? "text-failed-text" : "text-ink-3")}>
          {tail.words} {tail.at ? <Instant at={tail.at} /> : null}
        </span>
      ) : null}
      {keys ? <Keys keys={keys} /> : null}
      {option.active ? <Keys keys="↵" /> : null}
    </Option>
  );
}

interface ActionRowProps extends Omit<OptionProps, "children"> {
  action: Action;
  /** Whether the letter alone does it now, or Tab comes first. */
  armed: boolean;
}

export function ActionRow({ action, armed, ...option }: ActionRowProps) {
  return (
    <Option {...option}>
      <Mark mark={{ icon: action.icon }} />
      <span className="min-w-0 flex-1 truncate">{action.label}</span>
      <Keys keys={armed ? action.key : `⇥ ${action.key}`} />
    </Option>
  );
}
