"use client";
import { formatCount } from "@/format/number";
import { useCompare } from "./compare-context";

/** The page's sections, with how much differs in each. */
export function SectionNav() {
  const { summary } = useCompare();
  const { causes, columns, nodes, functions, inputs, config, environment, setup } = summary;
  const links: [id: string, label: string, count: number | null][] = [
    ...(causes.length > 0
      ? [
          [
            "causes",
            "Causes",
            causes.filter(({ weak, explains }) => !weak && explains !== "nothing").length,
          ] as [string, string, number],
        ]
      : []),
    ["graph", "Graph", null],
    ["same", "Same", null],
    ["columns", "Columns", columns.moved],
    ["nodes", "Nodes", nodes.differing],
    ["code", "Code", functions.total - functions.same - functions.unknown],
    ["inputs", "Inputs", inputs.filter(({ same }) => same === false).length],
    ["configuration", "Configuration", config.changes.length + config.more],
    ["packages", "Packages", environment ? environment.packages.changes.length : null],
    ["setup", "Commit and tags", setup.changes.length],
  ];
  return (
    <nav
      aria-label="Sections"
      className="sticky top-0 z-20 flex h-9 shrink-0 items-center gap-4 overflow-x-auto border-y border-line bg-bg px-(--gutter) text-12 whitespace-nowrap"
    >
      {links.map(([id, label, count]) => (
        <a key={id} href={`#${id}`} className="text-ink-2 hover:text-ink max-desk:py-2">
          {label}
          {count === null ? null : <span className="ml-1 text-ink-3">{formatCount(count)}</span>}
        </a>
      ))}
    </nav>
  );
}
