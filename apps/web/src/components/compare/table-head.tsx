import { cn } from "../ui/cn";

export interface HeadCell {
  name: string;
  /** Width as a class, and where it disappears. */
  className: string;
  right?: boolean;
}

/** Heads of a dense table. */
export function TableHead({ cells }: { cells: readonly HeadCell[] }) {
  return (
    <thead className="max-desk:sr-only">
      <tr>
        {cells.map(({ name, className, right }) => (
          <th
            key={name}
            scope="col"
            className={cn(
              "h-7 border-b border-line px-2 text-11 font-medium text-ink-3 first:pl-(--gutter) last:pr-(--gutter)",
              right ? "text-right" : "text-left",
              className,
            )}
          >
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export const CELL = "truncate border-b border-line px-2 first:pl-(--gutter) last:pr-(--gutter)";
/** A row is a card on a phone: two lines. */
export const ROW =
  "h-7.5 hover:bg-hover max-desk:flex max-desk:h-auto max-desk:flex-wrap max-desk:items-center max-desk:gap-x-2 max-desk:border-b max-desk:border-line max-desk:px-(--gutter) max-desk:py-2";
export const PHONE_CELL = "max-desk:border-b-0 max-desk:px-0!";
