"use client";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useEffect } from "react";
import { Button } from "./button";

interface SidePanelProps {
  /** What the panel is about, for assistive technology. */
  label: string;
  /** The first line: mark, name, chips. */
  title: ReactNode;
  /** Further buttons beside the one that closes. */
  actions?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** The panel at the right edge of a page: 376 px, the whole screen on a phone; Esc closes it. */
export function SidePanel({ label, title, actions, onClose, children }: SidePanelProps) {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) onClose();
    };
    window.addEventListener("keydown", close);
    return () => window.removeEventListener("keydown", close);
  }, [onClose]);

  return (
    <section
      aria-label={label}
      className="flex min-h-0 w-(--panel) shrink-0 flex-col border-l border-line bg-bg max-desk:fixed max-desk:inset-0 max-desk:z-40 max-desk:w-full max-desk:border-l-0"
    >
      <header className="flex items-start gap-2 border-b border-line py-2.5 pr-3 pl-4">
        <div className="min-w-0 flex-1">{title}</div>
        {actions}
        <Button variant="quiet" size="sm" icon aria-label="Close panel" onClick={onClose}>
          <X size={16} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
        </Button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
    </section>
  );
}

/** A part of a panel between two hairlines, with its small heading. */
export function PanelSection(props: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 pt-2.5 pb-3 last:border-b-0">
      <h3 className="mb-2 flex justify-between gap-3 text-11 font-medium text-ink-3">
        <span>{props.title}</span>
        {props.aside}
      </h3>
      {props.children}
    </section>
  );
}
