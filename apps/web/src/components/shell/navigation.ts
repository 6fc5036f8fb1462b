import { Bell, List, type LucideIcon, SlidersHorizontal } from "lucide-react";

interface Destination {
  /** Last part of the URL, below the project. */
  path: string;
  label: string;
  icon: LucideIcon;
  /** Key after `g`. */
  key: string;
}

/** What the rail shows and `g` reaches: only what works. */
export const DESTINATIONS: readonly Destination[] = [
  { path: "runs", label: "Runs", icon: List, key: "r" },
  { path: "alerts", label: "Alerts", icon: Bell, key: "a" },
  { path: "settings", label: "Settings", icon: SlidersHorizontal, key: "s" },
];

/** Pages that are a canvas give their width to it: the rail folds there. */
export function isCanvasPage(pathname: string, base: string): boolean {
  return pathname.startsWith(`${base}/runs/`);
}

/** Whether the page at `pathname` lies under a destination. */
export function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
