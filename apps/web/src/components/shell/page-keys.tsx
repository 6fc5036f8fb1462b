"use client";
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";

export interface KeyHelp {
  /** Keys with spaces between them: `j k`, `g r`. */
  keys: string;
  does: string;
}

interface Section {
  title: string;
  keys: readonly KeyHelp[];
}

interface PageKeys {
  sections: readonly Section[];
  setSections: (change: (before: readonly Section[]) => readonly Section[]) => void;
}

const Context = createContext<PageKeys | null>(null);

/** Remembers the keys of the open page for the sheet that lists them. */
export function PageKeysProvider({ children }: { children: ReactNode }) {
  const [sections, setSections] = useState<readonly Section[]>([]);
  const value = useMemo(() => ({ sections, setSections }), [sections]);
  return <Context value={value}>{children}</Context>;
}

function useContextOrThrow(): PageKeys {
  const value = use(Context);
  if (!value) throw new Error("Page keys need a PageKeysProvider above them.");
  return value;
}

/** Lists keys in the `?` sheet while the page, or the part of it, is shown. `keys` must be a constant. */
export function usePageKeys(title: string, keys: readonly KeyHelp[]): void {
  const { setSections } = useContextOrThrow();
  useEffect(() => {
    const section = { title, keys };
    // The page tells its own after its parts have told theirs, and comes first.
    setSections((before) => [section, ...before]);
    return () => setSections((before) => before.filter((each) => each !== section));
  }, [title, keys, setSections]);
}

/** What on the open page has keys. */
export function usePageKeySections(): readonly Section[] {
  const { sections } = useContextOrThrow();
  return sections.filter(({ title }, at) => sections.findIndex((each) => each.title === title) === at);
}
