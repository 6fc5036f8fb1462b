import type { Span } from "@heddle/core/graph/critical-path";
import type { TimelineRow } from "./timeline-rows";

/** The head of a module's rows; folded, it stands for all of them. */
export interface ModuleItem {
  module: string;
  nodes: number;
  failed: number;
  skipped: number;
  /** From the first start to the last end; null: nothing in it ran. */
  span: Span | null;
  spans: Span[];
  critical: boolean;
  open: boolean;
}

export type TimelineItem = { row: TimelineRow } | { module: ModuleItem };

/** Rows with a head before each module; those of folded modules are left out. Rows of a module must stand together. */
export function moduleItems(
  rows: readonly TimelineRow[],
  isOpen: (module: string) => boolean,
): TimelineItem[] {
  const items: TimelineItem[] = [];
  let current = null as ModuleItem | null;
  for (const row of rows) {
    const { module, status } = row.node;
    if (module === null) {
      current = null;
      items.push({ row });
      continue;
    }
    if (current?.module !== module) {
      current = {
        ...{ module, nodes: 0, failed: 0, skipped: 0, span: null, spans: [], critical: false },
        open: isOpen(module),
      };
      items.push({ module: current });
    }
    current.nodes++;
    if (status === "failed") current.failed++;
    if (status === "skipped") current.skipped++;
    current.critical ||= row.critical;
    if (row.span) {
      current.spans.push(row.span);
      const { start, end } = current.span ?? row.span;
      current.span = { start: Math.min(start, row.span.start), end: Math.max(end, row.span.end) };
    }
    if (current.open) items.push({ row });
  }
  return items;
}
