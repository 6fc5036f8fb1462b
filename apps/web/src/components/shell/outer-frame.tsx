"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { PaletteButton } from "../palette/palette-button";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";
import { Logo } from "./logo";
import { ProjectSwitcher } from "./project-switcher";
import { UserMenu } from "./user-menu";
import { ZoneSwitch } from "./zone-switch";

interface OuterFrameProps {
  crumbs: readonly Crumb[];
  /** Stays while the page below it scrolls. */
  tabs?: ReactNode;
  children: ReactNode;
}

/** A page outside of any project: top bar with the way home and to the projects, then the page, which scrolls. */
export function OuterFrame({ crumbs, tabs, children }: OuterFrameProps) {
  return (
    <>
      <header className="flex h-(--top) min-w-0 shrink-0 items-center gap-2 border-b border-line pr-4 pl-[calc(var(--gutter)-8px)]">
        <Link
          href="/"
          aria-label="Home"
          title="Home"
          className="grid size-9 shrink-0 place-items-center rounded-2 hover:bg-hover"
        >
          <Logo />
        </Link>
        <div className="flex shrink-0">
          <ProjectSwitcher look="outer" />
        </div>
        <span aria-hidden className="text-ink-3">
          /
        </span>
        <Breadcrumbs crumbs={crumbs} />
        <PaletteButton />
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
        {tabs}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key. */}
        <div tabIndex={0} className="min-h-0 flex-1 overflow-y-auto -outline-offset-2">
          {children}
        </div>
      </main>
    </>
  );
}
