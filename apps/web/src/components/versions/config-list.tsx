import type { VersionComparison } from "@heddle/core";
import { SlidersHorizontal } from "lucide-react";

/** Entries of the configuration that differ: then, now. */
export function ConfigList({ changes }: { changes: VersionComparison["config"] }) {
  if (changes.length === 0) return null;
  return (
    <section
      aria-label="Configuration"
      className="max-h-32 shrink-0 overflow-y-auto border-b border-line px-5 py-2 text-12 max-desk:px-4"
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        {changes.map(({ key, before, after }) => (
          <div key={key} className="contents">
            <dt className="flex items-center gap-1.5 font-medium">
              <SlidersHorizontal size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
              {key}
            </dt>
            <dd className="min-w-0 font-mono text-11 leading-4 wrap-anywhere">
              <span className="text-ink-3">{before ?? "not set"}</span> <span className="text-ink-3">→</span>{" "}
              {after ?? "not set"}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
