import {
  Box,
  FolderOpen,
  GitCommitHorizontal,
  List,
  type LucideIcon,
  PanelsTopLeft,
  Workflow,
} from "lucide-react";
import type { Status } from "../status/status-words";
import type { Recent } from "./recent";

/** What choosing something does: goes somewhere, copies an address, or acts on the page. */
export type Deed = { href: string } | { copy: string } | { act: () => void };

export interface Action {
  /** The letter that does it once Tab has shown the actions. */
  key: string;
  label: string;
  icon: LucideIcon;
  deed: Deed;
}

/** One row of the palette. */
export interface Item {
  id: string;
  kind: Recent["kind"] | "action";
  label: string;
  /** Further words that find it. */
  also?: string;
  detail: string;
  mark: { status: Status } | { icon: LucideIcon };
  /** State at the right end; `at` is a time that follows it. */
  tail?: { words: string; at?: string; bad?: boolean };
  /** Keys that do the same anywhere on the page. */
  keys?: string;
  /** Written as code. */
  mono?: boolean;
  deed: Deed;
  actions: Action[];
}

export interface Group {
  title: string;
  items: Item[];
}

export const KIND_ICONS: Record<Recent["kind"], LucideIcon> = {
  run: List,
  node: Box,
  pipeline: Workflow,
  version: GitCommitHorizontal,
  page: PanelsTopLeft,
  project: FolderOpen,
};
