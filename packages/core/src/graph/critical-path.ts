import type { Links } from "./reach";

/** When a node worked, in milliseconds of any one clock. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The chain of nodes that the end of a run waited for, first to last: from the node that ended last,
 * step by step to the dependency that ended last. What did not run is not on it.
 */
export function criticalPath(links: Links, spans: ReadonlyMap<string, Span>, last?: string): string[] {
  let current = last ?? latest(spans.keys(), spans);
  const path: string[] = [];
  const seen = new Set<string>();
  while (current !== undefined && spans.has(current) && !seen.has(current)) {
    seen.add(current);
    path.push(current);
    current = latest(links.up.get(current) ?? [], spans);
  }
  return path.reverse();
}

function latest(names: Iterable<string>, spans: ReadonlyMap<string, Span>): string | undefined {
  let best: { name: string; end: number } | undefined;
  for (const name of names) {
    const span = spans.get(name);
    if (!span) continue;
    const later = !best || span.end > best.end || (span.end === best.end && name < best.name);
    if (later) best = { name, end: span.end };
  }
  return best?.name;
}
