"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};
const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How this computer writes the key that goes with K and Enter; on the server it is not known. */
export function useChord(): "⌘" | "Ctrl" {
  return useSyncExternalStore(never, isMac, () => false) ? "⌘" : "Ctrl";
}
