"use client";
import { createContext, use } from "react";

export const PaletteContext = createContext<{ open: () => void } | null>(null);

/** Opens the command palette. */
export function usePalette(): { open: () => void } {
  const value = use(PaletteContext);
  if (!value) throw new Error("usePalette needs a PaletteProvider above it.");
  return value;
}
