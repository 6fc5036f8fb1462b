"use client";
import { useState } from "react";
import { useKeys } from "@/hooks/use-keys";
import { type KeyHelp, usePageKeys } from "../shell/page-keys";

const KEYS: readonly KeyHelp[] = [
  { keys: "j k", does: "next, previous version" },
  { keys: "Enter", does: "compare the version with the one before it" },
  { keys: "x", does: "pick a side" },
  { keys: "d", does: "compare the picked versions" },
];

const LINK = "[data-version]";

function focusedHash(): string | null {
  return document.activeElement?.closest(LINK)?.getAttribute("data-version") ?? null;
}

interface VersionKeys {
  /** Hashes from the newest to the oldest. */
  order: readonly string[];
  shown: string | null;
  compare: (from: string, to: string) => void;
}

/** `j` and `k` move along the list, `x` picks a side, `d` compares what is picked with what has the focus. */
export function useVersionKeys({ order, shown, compare }: VersionKeys): readonly string[] {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const move = (by: 1 | -1) => {
    const links = [...document.querySelectorAll<HTMLElement>(LINK)];
    const here = focusedHash();
    const at = links.findIndex(({ dataset }) => dataset.version === (here ?? shown));
    const next = here === null ? Math.max(0, at) : Math.min(links.length - 1, Math.max(0, at + by));
    links[next]?.focus();
    links[next]?.scrollIntoView({ block: "nearest" });
  };
  const pick = () => {
    const hash = focusedHash();
    if (hash === null) return;
    setPicked(picked.includes(hash) ? picked.filter((one) => one !== hash) : [...picked, hash].slice(-2));
  };
  const diff = () => {
    const here = focusedHash();
    const two = picked.length === 2 || here === null ? picked : [...picked, here];
    const [first, second] = [...new Set(two)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    if (first === undefined) return;
    // One alone is compared with the version before it.
    const earlier = second ?? order[order.indexOf(first) + 1];
    if (earlier === undefined) return;
    setPicked([]);
    compare(earlier, first);
  };
  useKeys({ j: () => move(1), k: () => move(-1), x: pick, d: diff });
  usePageKeys("Versions", KEYS);
  return picked;
}
