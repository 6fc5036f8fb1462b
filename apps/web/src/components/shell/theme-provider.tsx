"use client";
import { ThemeProvider as Provider } from "next-themes";
import type { ReactNode } from "react";

/** Light, dark or the system's, as `data-theme` on the root element: what tokens.css reads. */
export function ThemeProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <Provider
      attribute="data-theme"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      nonce={nonce}
    >
      {children}
    </Provider>
  );
}
