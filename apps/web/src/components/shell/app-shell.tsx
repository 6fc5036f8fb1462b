"use client";
import type { ProjectView } from "@heddle/core";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect, useMemo } from "react";
import { useKeys } from "@/hooks/use-keys";
import { PaletteProvider } from "../palette/palette-provider";
import { KeySheetProvider } from "./key-sheet";
import { DESTINATIONS, isCanvasPage } from "./navigation";
import { PageKeysProvider } from "./page-keys";
import { Rail } from "./rail";
import { ShellContext } from "./shell-context";
import { SkipLink } from "./skip-link";
import { useViewer } from "./viewer-context";

const KEYS = DESTINATIONS.map(({ key, label }) => ({ keys: `g ${key}`, does: `go to ${label}` }));

/** What surrounds every page of a project. */
export function AppShell({ initial, children }: { initial: ProjectView; children: ReactNode }) {
  const router = useRouter();
  const pathname = usePathname();
  const { projects } = useViewer();
  const found = projects.find(({ id }) => id === initial.id);
  const gone = found === undefined;
  // Taken away or deleted meanwhile: the server then answers that there is no such page.
  useEffect(() => {
    if (gone) router.refresh();
  }, [gone, router]);

  const { name, role, organizationRole } = found ?? initial;
  const [org, project] = [initial.organization.slug, initial.slug];
  const organizationName = (found ?? initial).organization.name;
  const base = `/${org}/${project}`;
  const shell = useMemo(
    () => ({ org, project, base, name, organizationName, role, organizationRole }),
    [org, project, base, name, organizationName, role, organizationRole],
  );
  useKeys(
    Object.fromEntries(
      DESTINATIONS.map(({ key, path }) => [`g ${key}`, () => router.push(`${base}${path}`)]),
    ),
  );
  return (
    <ShellContext value={shell}>
      <PageKeysProvider>
        <KeySheetProvider everywhere={KEYS}>
          <PaletteProvider>
            <SkipLink />
            <div data-fold={isCanvasPage(pathname, base)} className="flex h-dvh max-desk:flex-col">
              <Rail />
              <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
            </div>
          </PaletteProvider>
        </KeySheetProvider>
      </PageKeysProvider>
    </ShellContext>
  );
}
