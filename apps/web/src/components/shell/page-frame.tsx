"use client";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { ProjectSwitcher } from "./project-switcher";
import { UserMenu } from "./user-menu";
import { ZoneSwitch } from "./zone-switch";

export interface Crumb {
  label: string;
  /** Left out for the page itself. */
  href?: string;
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav
      aria-label="Breadcrumbs"
      className="flex min-w-0 flex-1 items-center gap-1.5 whitespace-nowrap text-ink-3"
    >
      {crumbs.map(({ label, href }, index) => (
        <Fragment key={`${href} ${label}`}>
          {index > 0 ? <span aria-hidden>/</span> : null}
          {href ? (
            <Link href={href} className="truncate hover:text-ink">
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

/** A page inside the shell: top bar with breadcrumbs, then the page's own region. */
export function PageFrame({ crumbs, children }: { crumbs: readonly Crumb[]; children: ReactNode }) {
  return (
    <>
      <header className="flex h-(--top) min-w-0 shrink-0 items-center gap-2 border-b border-line pr-4 pl-(--gutter) max-desk:pl-1.5">
        <div className="shrink-0 desk:hidden">
          <ProjectSwitcher compact />
        </div>
        <Breadcrumbs crumbs={crumbs} />
        <div className="max-desk:hidden">
          <ZoneSwitch />
        </div>
        <UserMenu />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="relative flex min-h-0 flex-1 flex-col overflow-hidden outline-none"
      >
        {children}
      </main>
    </>
  );
}
