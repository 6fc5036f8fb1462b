"use client";
import { formatCount } from "@/format/number";
import { useKeys } from "@/hooks/use-keys";
import { Button } from "../ui/button";
import { Kbd } from "../ui/kbd";
import { useDrawing } from "./graph-context";
import type { useModules } from "./use-modules";

/** How much of the graph is drawn, and what folds and opens its modules. */
export function GraphBar({ modules }: { modules: ReturnType<typeof useModules> }) {
  const { model, layout, folded, changed } = useDrawing();
  const { grouped, names, open } = modules;
  const toOpen = new Set(
    [...changed].flatMap((name) => {
      const module = model.byName.get(name)?.module;
      return grouped && module && !open.has(module) ? [module] : [];
    }),
  );
  useKeys({
    e: () => {
      if (toOpen.size > 0) modules.setAll(toOpen, true);
    },
  });
  return (
    <div className="absolute top-2.5 left-3 z-10 flex flex-wrap items-center gap-1.5 max-desk:right-42">
      <span
        role="status"
        className="inline-flex h-7 items-center gap-1 rounded-2 border border-line-strong bg-raised px-2.5 text-12 text-ink-2"
      >
        drawn <b className="font-semibold text-ink">{formatCount(layout.nodes.length)}</b> of{" "}
        {formatCount(model.nodes.length)}
        {folded.size > 0 ? ", by module" : null}
      </span>
      {names.size > 1 ? (
        <Button aria-pressed={grouped} onClick={() => modules.group(!grouped)} className="max-desk:hidden">
          {grouped ? "Without modules" : "By module"}
        </Button>
      ) : null}
      {grouped && names.size > 1 ? (
        <Button onClick={() => modules.setAll(names, folded.size > 0)} className="max-desk:hidden">
          {folded.size > 0 ? "Open all" : "Fold all"}
        </Button>
      ) : null}
      {toOpen.size > 0 ? (
        <Button onClick={() => modules.setAll(toOpen, true)} className="max-desk:hidden">
          Expand what changed <Kbd>e</Kbd>
        </Button>
      ) : null}
    </div>
  );
}
