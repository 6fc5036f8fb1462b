import {
  Activity,
  Bell,
  Columns2,
  GitCommitHorizontal,
  Library,
  List,
  type LucideIcon,
  SlidersHorizontal,
} from "lucide-react";

interface Destination {
  /** What follows the project in the URL. */
  path: string;
  label: string;
  icon: LucideIcon;
  /** Key after `g`. */
  key: string;
}

/** What the rail shows and `g` reaches: only what works. */
export const DESTINATIONS: readonly Destination[] = [
  { path: "", label: "Overview", icon: Activity, key: "o" },
  { path: "/runs", label: "Runs", icon: List, key: "r" },
  { path: "/versions", label: "Versions", icon: GitCommitHorizontal, key: "v" },
  { path: "/catalog", label: "Catalog", icon: Library, key: "c" },
  { path: "/compare", label: "Compare", icon: Columns2, key: "m" },
  { path: "/alerts", label: "Alerts", icon: Bell, key: "a" },
  { path: "/settings", label: "Settings", icon: SlidersHorizontal, key: "s" },
];

/** Pages that are a canvas give their width to it: the rail folds there. */
export function isCanvasPage(pathname: string, base: string): boolean {
  return pathname.startsWith(`${base}/runs/`);
}

/** Whether the page at `pathname` is a destination or lies under it. The overview has nothing under it. */
export function isWithin(pathname: string, href: string, base: string): boolean {
  return pathname === href || (href !== base && pathname.startsWith(`${href}/`));
}
