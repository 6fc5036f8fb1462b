import type { ReactNode } from "react";
import { cn } from "./cn";

export interface Column<Row> {
  key: string;
  head: string;
  /** How it stands in the card of a phone: without its name, or in the upper right corner. */
  card?: "lead" | "corner";
  /** Width and where it disappears, as classes of the cells. */
  className?: string;
  cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A plain table for lists of tens; on a phone each row is a card of named values. */
export function DataTable<Row>({ label, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <table aria-label={label} className="w-full table-fixed border-t border-line text-12">
      <thead className="max-desk:sr-only">
        <tr>
          {columns.map(({ key, head, className }) => (
            <th
              key={key}
              scope="col"
              className={cn(
                "h-7 border-b border-line px-2 text-left text-11 font-medium text-ink-3 first:pl-(--gutter) last:pr-(--gutter)",
                className,
              )}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-desk:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="border-b border-line last:border-b-0 hover:bg-hover max-desk:relative max-desk:block max-desk:px-(--gutter) max-desk:py-2"
          >
            {columns.map(({ key, head, card, className, cell }) => {
              const content = cell(row);
              return (
                <td
                  key={key}
                  className={cn(
                    "h-9.5 px-2 py-1.5 align-middle first:pl-(--gutter) last:pr-(--gutter)",
                    "max-desk:flex max-desk:h-auto max-desk:min-h-7 max-desk:w-full max-desk:items-center max-desk:gap-3 max-desk:px-0! max-desk:py-0.5 max-desk:text-left",
                    card === "corner" &&
                      "max-desk:absolute max-desk:top-2 max-desk:right-(--gutter) max-desk:w-auto!",
                    className,
                    content === null && "max-desk:hidden",
                  )}
                >
                  {card ? null : (
                    <span aria-hidden className="w-24 shrink-0 text-ink-3 desk:hidden">
                      {head}
                    </span>
                  )}
                  <span className="block min-w-0 max-desk:flex-1">{content}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
