import Link from "next/link";
import type { ReactNode } from "react";

interface FigureProps {
  label: string;
  value: ReactNode;
  /** In small letters after the value. */
  unit?: ReactNode;
  /** What puts the value into proportion, in one line. */
  context: ReactNode;
  trend?: ReactNode;
  href: string;
}

/** One figure with its trend; all of it leads to what it is about. */
export function Figure({ label, value, unit, context, trend, href }: FigureProps) {
  return (
    <div className="relative min-w-0 border-r border-line px-4 py-2.5 last:border-r-0 hover:bg-hover first:pl-(--gutter) max-mid:border-b max-mid:even:border-r-0 max-mid:last:col-span-2 max-desk:px-(--gutter)">
      <h2 className="text-11 text-ink-3">
        <Link href={href} className="-outline-offset-2 after:absolute after:inset-0">
          {label}
        </Link>
      </h2>
      <div className="flex items-center justify-between gap-2">
        <p className="text-20 font-medium tracking-[-0.015em] whitespace-nowrap tabular-nums">
          {value}
          {unit ? <span className="ml-1 text-12 font-normal tracking-normal text-ink-2">{unit}</span> : null}
        </p>
        <span className="max-wide:hidden">{trend}</span>
      </div>
      <p className="truncate text-11 text-ink-2">{context}</p>
    </div>
  );
}
