"use client";
import { Dialog } from "radix-ui";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Palette } from "./palette";
import { PaletteContext } from "./palette-context";

const OTHERS = "[role='dialog'], [role='alertdialog']";

/** The command palette: Ctrl or Cmd with K from anywhere, or its button. */
export function PaletteProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false);
  const before = useRef<Element | null>(null);
  const open = useCallback(() => {
    before.current = document.activeElement;
    setShown(true);
  }, []);
  const value = useMemo(() => ({ open }), [open]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || event.altKey || event.shiftKey) return;
      if (event.metaKey === event.ctrlKey) return;
      event.preventDefault();
      if (shown) setShown(false);
      else if (document.querySelector(OTHERS) === null) open();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [shown, open]);

  return (
    <PaletteContext value={value}>
      {children}
      <Dialog.Root open={shown} onOpenChange={setShown}>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-50 bg-scrim" />
          <Palette onClose={() => setShown(false)} before={before} />
        </Dialog.Portal>
      </Dialog.Root>
    </PaletteContext>
  );
}
