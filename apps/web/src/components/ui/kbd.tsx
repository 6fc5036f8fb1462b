import type { ReactNode } from "react";

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block h-4 min-w-4 rounded-1 border border-line-strong bg-bg px-1 text-center font-sans text-[10px]/[14px] font-medium text-ink-3">
      {children}
    </kbd>
  );
}
