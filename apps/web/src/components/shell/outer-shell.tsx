"use client";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useKeys } from "@/hooks/use-keys";
import { PaletteProvider } from "../palette/palette-provider";
import { KeySheetProvider } from "./key-sheet";
import { PageKeysProvider } from "./page-keys";
import { SkipLink } from "./skip-link";

const KEYS = [
  { keys: "g h", does: "go to your project" },
  { keys: "g a", does: "go to your account" },
];

/** What surrounds the pages outside of any project; layouts put it around their OuterFrames. */
export function OuterShell({ children }: { children: ReactNode }) {
  const router = useRouter();
  useKeys({ "g h": () => router.push("/"), "g a": () => router.push("/account") });
  return (
    <PageKeysProvider>
      <KeySheetProvider everywhere={KEYS}>
        <PaletteProvider>
          <SkipLink />
          <div className="flex h-dvh flex-col">{children}</div>
        </PaletteProvider>
      </KeySheetProvider>
    </PageKeysProvider>
  );
}
