"use client";
import type { ColumnProfile } from "@heddle/contract";
import { useState } from "react";
import { formatCount } from "@/format/number";
import { Button } from "../ui/button";
import { ColumnRow } from "./column-row";
import { COLUMN_ORDERS, type ColumnOrder, pickColumns } from "./sort-columns";

const SHOWN = 8;
const MORE = 40;
const SEARCH_FROM = 7;
const ORDER_NAMES: Record<ColumnOrder, string> = {
  given: "as given",
  name: "by name",
  missing: "most missing",
  distinct: "most distinct",
};

interface ColumnsViewProps {
  columns: readonly ColumnProfile[];
  historyOf: ((column: string) => string) | null;
}

/** Columns of a table, a few at first; searched and sorted when there are many. */
export function ColumnsView({ columns, historyOf }: ColumnsViewProps) {
  const [query, setQuery] = useState("");
  const [order, setOrder] = useState<ColumnOrder>("given");
  const [limit, setLimit] = useState(SHOWN);
  const found = pickColumns(columns, query, order);
  const hidden = found.length - limit;
  return (
    <>
      {columns.length >= SEARCH_FROM ? (
        <div className="mb-1 flex gap-2 text-12">
          <input
            aria-label="Find column"
            placeholder="Find column"
            value={query}
            spellCheck={false}
            onChange={(event) => setQuery(event.target.value)}
            className="h-6 min-w-0 flex-1 rounded-2 border border-line-control bg-bg px-2 focus:border-accent focus:ring-1 focus:ring-accent focus:outline-none"
          />
          <select
            aria-label="Order of columns"
            value={order}
            onChange={(event) => setOrder(COLUMN_ORDERS.find((key) => key === event.target.value) ?? "given")}
            className="h-6 rounded-2 border border-line-control bg-bg px-1 text-ink-2"
          >
            {COLUMN_ORDERS.map((key) => (
              <option key={key} value={key}>
                {ORDER_NAMES[key]}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {found.length === 0 ? <p className="py-2 text-12 text-ink-3">No column contains “{query}”.</p> : null}
      <ul aria-label="Columns">
        {found.slice(0, limit).map((column) => (
          <ColumnRow key={column.name} column={column} historyOf={historyOf} />
        ))}
      </ul>
      {hidden > 0 ? (
        <Button variant="quiet" size="sm" onClick={() => setLimit(limit + MORE)}>
          {formatCount(hidden)} more
        </Button>
      ) : null}
    </>
  );
}
