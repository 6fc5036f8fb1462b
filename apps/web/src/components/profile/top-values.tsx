import type { ColumnProfile } from "@heddle/contract";
import { formatCount, formatPercent } from "@/format/number";

/** The most frequent values with their shares. */
export function TopValues({ column }: { column: ColumnProfile }) {
  const present = Math.max(1, column.count - column.missing);
  const most = Math.max(1, ...(column.top ?? []).map(({ count }) => count));
  return (
    <ol aria-label="Most frequent values" className="mt-2 text-11 leading-5">
      {column.top?.map(({ value, count }) => (
        <li key={value} className="grid grid-cols-[minmax(0,1fr)_auto_64px] items-center gap-2">
          <span className="truncate" title={value}>
            {value === "" ? <span className="text-ink-3">empty</span> : value}
          </span>
          <span className="text-ink-3" title={`${formatCount(count)} times`}>
            {formatPercent(count / present)}
          </span>
          <span aria-hidden className="h-1">
            <span
              className="block h-full rounded-[1px] bg-accent"
              style={{ width: `${(count / most) * 100}%` }}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}
