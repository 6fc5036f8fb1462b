import type { RunModel } from "../run/run-model";
import { ROW } from "./row-height";
import { percentOf, type Scale } from "./scale";

interface CriticalLinksProps {
  model: RunModel;
  scale: Scale;
  /** Row number of each node that is shown. */
  rowOf: ReadonlyMap<string, number>;
}

/** Lines that join the bars of the critical path: down from the end of one to the beginning of the next. */
export function CriticalLinks({ model, scale, rowOf }: CriticalLinksProps) {
  return model.critical.map((name, i) => {
    const before = model.critical[i - 1];
    const [from, to] = [before === undefined ? undefined : rowOf.get(before), rowOf.get(name)];
    const [start, end] = [model.spans.get(before ?? ""), model.spans.get(name)];
    if (from === undefined || to === undefined || !start || !end || to <= from) return null;
    const x = Math.min(percentOf(scale, start.end), percentOf(scale, end.start));
    return (
      <span
        key={name}
        aria-hidden
        className="pointer-events-none absolute border-b border-l border-ink-2"
        style={{
          left: `${x}%`,
          width: `max(1px, ${percentOf(scale, end.start) - x}%)`,
          top: from * ROW + 9,
          height: (to - from) * ROW,
        }}
      />
    );
  });
}
