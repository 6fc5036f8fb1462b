"use client";
import type { CatalogNode } from "@heddle/core";
import { type ReactNode, useMemo } from "react";
import { useShell } from "../shell/shell-context";
import type { CatalogView } from "./catalog-params";
import { NodeRow, NodesHead } from "./node-row";
import { VirtualTable } from "./virtual-table";

interface NodesTableProps {
  nodes: readonly CatalogNode[];
  view: CatalogView["view"];
  words: readonly string[];
  /** Whether any node has an owner. */
  owned: boolean;
  hasMore: boolean;
  onReachEnd: () => void;
  footer: ReactNode;
}

type Row =
  | { key: string; heading: true; module: string | null }
  | { key: string; heading?: false; node: CatalogNode };

/** The nodes, with a line above each module when they are ordered by it. */
function rowsOf(nodes: readonly CatalogNode[], view: CatalogView["view"]): Row[] {
  return nodes.flatMap((node, index): Row[] => {
    const row = { key: `${node.pipeline} ${node.name}`, node };
    const before = nodes[index - 1];
    if (view === "table" || (before && before.module === node.module)) return [row];
    return [{ key: `module ${node.module}`, heading: true, module: node.module }, row];
  });
}

/** The nodes of the catalog as rows. */
export function NodesTable({ nodes, view, words, owned, ...rest }: NodesTableProps) {
  const { base } = useShell();
  const rows = useMemo(() => rowsOf(nodes, view), [nodes, view]);
  const shown = useMemo(() => ({ module: view === "table", owner: owned }), [view, owned]);
  return (
    <VirtualTable
      label="Nodes"
      rows={rows}
      phoneRow={58}
      head={<NodesHead shown={shown} />}
      renderRow={(index) => {
        const row = rows[index];
        if (!row) return null;
        if (row.heading) {
          return (
            <tr
              key={row.key}
              aria-rowindex={index + 2}
              className="block h-7.5 border-b border-line bg-sunken"
            >
              <th
                scope="rowgroup"
                className="block truncate px-(--gutter) text-left font-mono text-[11.5px]/[29px] font-medium text-ink-2"
              >
                {row.module ?? "No module"}
              </th>
            </tr>
          );
        }
        return (
          <NodeRow
            key={row.key}
            rowKey={row.key}
            node={row.node}
            base={base}
            words={words}
            shown={shown}
            position={index + 1}
          />
        );
      }}
      {...rest}
    />
  );
}
