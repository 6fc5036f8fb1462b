"use client";
import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { useKeys } from "@/hooks/use-keys";
import { useChord } from "../palette/use-chord";
import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { type KeyHelp, usePageKeySections } from "./page-keys";

const ALWAYS: KeyHelp[] = [
  { keys: "?", does: "this list" },
  { keys: "Esc", does: "close what is open" },
  { keys: "Tab", does: "next link, button or field; the first leads past the rail" },
];

const Context = createContext<{ open: () => void } | null>(null);

/** Opens the sheet that lists the keys. */
export function useKeySheet(): { open: () => void } {
  const value = use(Context);
  if (!value) throw new Error("useKeySheet needs a KeySheetProvider above it.");
  return value;
}

function KeyList({ title, keys }: { title: string; keys: readonly KeyHelp[] }) {
  return (
    <section className="mt-3">
      <h3 className="mb-1 text-11 font-medium text-ink-3">{title}</h3>
      <dl>
        {keys.map((entry) => (
          <div key={entry.keys} className="flex min-h-7 items-center border-t border-line text-12">
            <dt className="flex w-24 shrink-0 gap-1">
              {entry.keys.split(" ").map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd className="text-ink-2">{entry.does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface KeySheetProviderProps {
  /** What works on every page of the frame; a constant. */
  everywhere: readonly KeyHelp[];
  children: ReactNode;
}

/** `?` lists the keys: of the open page first, then those that work everywhere. */
export function KeySheetProvider({ everywhere, children }: KeySheetProviderProps) {
  const [shown, setShown] = useState(false);
  const sections = usePageKeySections();
  const chord = useChord();
  const value = useMemo(() => ({ open: () => setShown(true) }), []);
  useKeys({ "?": value.open });
  return (
    <Context value={value}>
      {children}
      <Dialog open={shown} onOpenChange={setShown} title="Keyboard shortcuts">
        {sections.map((section) => (
          <KeyList key={section.title} {...section} />
        ))}
        <KeyList
          title="Everywhere"
          keys={[{ keys: `${chord} K`, does: "search, or jump to anything" }, ...everywhere, ...ALWAYS]}
        />
      </Dialog>
    </Context>
  );
}
