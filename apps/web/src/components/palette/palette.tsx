"use client";
import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, type RefObject, use, useEffect, useId, useState } from "react";
import { formatCount } from "../../format/number";
import { ShellContext } from "../shell/shell-context";
import { Kbd } from "../ui/kbd";
import { QueryError } from "../ui/query-error";
import { Skeleton } from "../ui/skeleton";
import { ALL_NODES } from "./found-items";
import { PaletteFooter } from "./palette-footer";
import { optionId, PaletteList } from "./palette-list";
import { keepRecent, readRecent } from "./recent";
import { useChord } from "./use-chord";
import { useCommands } from "./use-commands";
import { useDeed } from "./use-deed";
import { useGroups } from "./use-groups";
import { type Option, useSelection } from "./use-selection";

interface PaletteProps {
  onClose: () => void;
  /** What had the focus before; it gets it back. */
  before: RefObject<Element | null>;
}

/** The window of the palette: what is typed above, what it leads to below. */
export function Palette({ onClose, before }: PaletteProps) {
  const shell = use(ShellContext);
  const base = shell?.base ?? "";
  const chord = useChord();
  const commands = useCommands();
  const perform = useDeed();
  const list = useId();
  const [text, setText] = useState("");
  const [recent] = useState(() => readRecent(base));
  const [hurry, setHurry] = useState<{ newTab: boolean } | null>(null);
  const { groups, words, query, settled } = useGroups({ text, shell, commands, recent });
  const selection = useSelection(groups);
  const { active, acting, moved } = selection;
  const rows = groups.flatMap(({ items }) => items.filter(({ id }) => id !== ALL_NODES)).length;

  const choose = ({ item, action }: Option, newTab: boolean) => {
    const { kind, label, detail, deed } = item;
    if (kind !== "action" && "href" in deed && action === null) {
      keepRecent(base, { kind, label, detail, href: deed.href });
    }
    if (!newTab) onClose();
    perform((action ?? item).deed, newTab);
  };
  const enter = (newTab: boolean) => {
    const local = active && (active.action || ["page", "project", "action"].includes(active.item.kind));
    if (active && (settled || moved || local)) choose(active, newTab);
    else if (!settled) setHurry({ newTab });
  };
  // Enter came before the answer: what is asked for is opened when it is there.
  useEffect(() => {
    if (!hurry || !settled) return;
    setHurry(null);
    if (active) choose(active, hurry.newTab);
  });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const plain = !event.metaKey && !event.ctrlKey && !event.altKey;
    const handled = () => event.preventDefault();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      handled();
      selection.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      handled();
      enter(event.metaKey || event.ctrlKey);
    } else if (event.key === "Tab") {
      handled();
      selection.setActing(!acting && !event.shiftKey);
    } else if (acting && plain && event.key === "Backspace") {
      handled();
      selection.setActing(false);
    } else if (acting && plain && event.key.length === 1) {
      handled();
      const wanted = selection.actions.find(({ action }) => action?.key === event.key);
      if (wanted) choose(wanted, false);
    }
  };

  return (
    <Dialog.Content
      aria-describedby={undefined}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
      }}
      onEscapeKeyDown={(event) => {
        if (!acting) return;
        event.preventDefault();
        selection.setActing(false);
      }}
      className="fixed top-21 left-1/2 z-50 flex max-h-[calc(100dvh-104px)] w-[min(680px,calc(100vw-32px))] -translate-x-1/2 flex-col overflow-hidden rounded-4 border border-line-strong bg-raised shadow-float outline-none max-desk:top-2 max-desk:max-h-[calc(100dvh-16px)] max-desk:w-[calc(100vw-16px)]"
    >
      <Dialog.Title className="sr-only">Search or jump to</Dialog.Title>
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4">
        <Search size={16} strokeWidth={1.4} absoluteStrokeWidth aria-hidden className="text-ink-2" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette is opened in order to type.
          autoFocus
          role="combobox"
          aria-label="Search or jump to"
          aria-expanded={active !== null}
          aria-controls={list}
          aria-activedescendant={active ? optionId(list, active.key) : undefined}
          aria-autocomplete="list"
          placeholder={shell ? "Search runs, nodes, pipelines and pages" : "Search pages and projects"}
          value={text}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={({ target }) => {
            setText(target.value);
            setHurry(null);
            selection.reset();
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-14 outline-none max-desk:text-16"
        />
        <span role="status" className="shrink-0 text-12 text-ink-3">
          {text.trim() === ""
            ? ""
            : !settled && rows === 0
              ? "Searching…"
              : `${formatCount(rows)} ${rows === 1 ? "result" : "results"}`}
        </span>
        <button
          type="button"
          tabIndex={-1}
          onClick={onClose}
          aria-label="Close"
          className="flex max-desk:size-9 max-desk:items-center max-desk:justify-center"
        >
          <Kbd>esc</Kbd>
        </button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-2">
        <div id={list} role="listbox" aria-label="Results">
          <PaletteList id={list} groups={groups} words={words} selection={selection} onChoose={choose} />
        </div>
        {rows === 0 && !settled ? <Waiting /> : null}
        {query.isError ? (
          <div className="p-4">
            <QueryError title="The search did not work" query={query} onRetry={() => void query.refetch()} />
          </div>
        ) : rows === 0 && settled ? (
          <NoResult text={text.trim()} inProject={shell !== null} />
        ) : null}
      </div>
      <PaletteFooter chord={chord} inProject={shell !== null} />
    </Dialog.Content>
  );
}

/** Rows before the first are known, at their height. */
function Waiting() {
  return ["w-40", "w-28", "w-36"].map((width) => (
    <div key={width} className="flex h-8.5 items-center gap-2 px-4 first:mt-2">
      <Skeleton className="h-3.5! w-3.5 rounded-full!" />
      <Skeleton className={width} />
    </div>
  ));
}

/** What was looked through in vain. */
function NoResult({ text, inProject }: { text: string; inProject: boolean }) {
  const what = text.startsWith(">")
    ? "Actions by their names."
    : text.startsWith("#")
      ? "Runs by number, the beginning of an id or a commit, and by pipeline."
      : inProject
        ? "Nodes by name, doc, module and columns; runs by number, id and commit; pipelines; versions by hash; pages and projects."
        : "Pages and projects by name. Inside a project, its runs and nodes are found too.";
  return (
    <div className="px-4 pt-4 pb-3">
      <p className="font-medium break-words">Nothing matches “{text}”</p>
      <p className="text-12 text-ink-2">Searched: {what.charAt(0).toLowerCase() + what.slice(1)}</p>
    </div>
  );
}
