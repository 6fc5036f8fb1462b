import Link from "next/link";
import { Fragment } from "react";

export interface Crumb {
  label: string;
  /** Left out for the page itself. */
  href?: string;
}

/** Where the page is; all but the last lead there. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav
      aria-label="Breadcrumbs"
      className="flex min-w-0 flex-1 items-center gap-1.5 whitespace-nowrap text-ink-3"
    >
      {crumbs.map(({ label, href }, index) => (
        <Fragment key={`${href} ${label}`}>
          {index > 0 ? <span aria-hidden>/</span> : null}
          {href ? (
            <Link href={href} className="shrink-[20] truncate hover:text-ink">
              {label}
            </Link>
          ) : (
            <span
              aria-current={index === crumbs.length - 1 ? "page" : undefined}
              className="truncate last:font-medium last:text-ink"
            >
              {label}
            </span>
          )}
        </Fragment>
      ))}
    </nav>
  );
}
