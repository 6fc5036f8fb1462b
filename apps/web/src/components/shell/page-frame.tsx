"use client";
import type { ReactNode } from "react";
import { PaletteButton } from "../palette/palette-button";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";
import { ProjectSwitcher } from "./project-switcher";
import { UserMenu } from "./user-menu";
import { ZoneSwitch } from "./zone-switch";

interface PageFrameProps {
  crumbs: readonly Crumb[];
  /** What the whole page depends on, as its time range. Not on a phone, where there is no room for it. */
  tools?: ReactNode;
  children: ReactNode;
}

/** A page inside the shell: top bar with breadcrumbs, then the page's own region. */
export function PageFrame({ crumbs, tools, children }: PageFrameProps) {
  return (
    <>
      <header className="flex h-(--top) min-w-0 shrink-0 items-center gap-2 border-b border-line pr-4 pl-(--gutter) max-desk:pl-1.5">
        <div className="shrink-0 desk:hidden">
          <ProjectSwitcher look="compact" />
        </div>
        <Breadcrumbs crumbs={crumbs} />
        <PaletteButton />
        <div className="flex items-center gap-2 max-desk:hidden">
          {tools}
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
