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
  section: Section | null;
  setSection: (section: Section | null) => void;
}

const Context = createContext<PageKeys | null>(null);

/** Remembers the keys of the open page for the sheet that lists them. */
export function PageKeysProvider({ children }: { children: ReactNode }) {
  const [section, setSection] = useState<Section | null>(null);
  const value = useMemo(() => ({ section, setSection }), [section]);
  return <Context value={value}>{children}</Context>;
}

function useContextOrThrow(): PageKeys {
  const value = use(Context);
  if (!value) throw new Error("Page keys need a PageKeysProvider above them.");
  return value;
}

/** Lists the page's keys in the `?` sheet while the page is open. `keys` must be a constant. */
export function usePageKeys(title: string, keys: readonly KeyHelp[]): void {
  const { setSection } = useContextOrThrow();
  useEffect(() => {
    setSection({ title, keys });
    return () => setSection(null);
  }, [title, keys, setSection]);
}

export function usePageKeySection(): Section | null {
  return useContextOrThrow().section;
}
