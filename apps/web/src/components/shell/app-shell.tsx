"use client";
import { usePathname, useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useKeys } from "@/hooks/use-keys";
import { KeySheetProvider } from "./key-sheet";
import { DESTINATIONS, isCanvasPage } from "./navigation";
import { PageKeysProvider } from "./page-keys";
import { Rail } from "./rail";
import { type Shell, ShellContext } from "./shell-context";

/** What surrounds every page of a project. */
export function AppShell({ shell, children }: { shell: Shell; children: ReactNode }) {
  const router = useRouter();
  const pathname = usePathname();
  useKeys(
    Object.fromEntries(
      DESTINATIONS.map(({ key, path }) => [`g ${key}`, () => router.push(`${shell.base}/${path}`)]),
    ),
  );
  return (
    <ShellContext value={shell}>
      <PageKeysProvider>
        <KeySheetProvider>
          <a
            href="#main"
            className="absolute top-2 left-2 z-50 -translate-y-16 rounded-2 border border-line-strong bg-raised px-3 py-1.5 focus:translate-y-0"
          >
            Skip to the page
          </a>
          <div data-fold={isCanvasPage(pathname, shell.base)} className="flex h-dvh max-desk:flex-col">
            <Rail />
            <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
          </div>
        </KeySheetProvider>
      </PageKeysProvider>
    </ShellContext>
  );
}
