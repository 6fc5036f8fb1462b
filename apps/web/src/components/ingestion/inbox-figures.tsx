import type { ReactNode } from "react";
import { formatDuration } from "@/format/duration";
import { formatBytes, formatCount } from "@/format/number";
import { cn } from "../ui/cn";

interface InboxFacts {
  waiting: { batches: number; bytes: number; oldestSeconds: number | null };
  suspects: number;
  quarantined: number;
}

interface InboxFiguresProps {
  inbox: InboxFacts;
  /** Beside the number of batches. */
  trend?: ReactNode;
  /** More figures behind those of the inbox. */
  children?: ReactNode;
}

/** A batch is stored within seconds; after this time something is in its way. */
const OLD_SECONDS = 60;

/** Figures about batches on their way from the API to the tables. */
export function InboxFigures({ inbox, trend, children }: InboxFiguresProps) {
  const { waiting, suspects, quarantined } = inbox;
  const { batches, bytes, oldestSeconds } = waiting;
  const late = oldestSeconds !== null && oldestSeconds > OLD_SECONDS;
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(150px,1fr))] border-t border-line [&>div]:-mb-px [&>div]:-ml-px">
      <StateFigure
        label="Waiting"
        value={formatCount(batches)}
        trend={trend}
        context={batches === 0 ? "everything is stored" : formatBytes(bytes)}
      />
      <StateFigure
        label="Oldest waits for"
        value={oldestSeconds === null ? "–" : formatDuration(oldestSeconds * 1000)}
        tone={late ? "warning" : "plain"}
        context={
          oldestSeconds === null ? "nothing waits" : late ? "longer than usual" : "stored within seconds"
        }
      />
      <StateFigure
        label="Being tried again"
        value={formatCount(suspects)}
        tone={suspects > 0 ? "warning" : "plain"}
        context={suspects === 0 ? "no batch failed" : "failed, apart from the others"}
      />
      <StateFigure
        label="In quarantine"
        value={formatCount(quarantined)}
        tone={quarantined > 0 ? "failed" : "plain"}
        context={quarantined === 0 ? "nothing was put aside" : "could not be stored"}
      />
      {children}
    </dl>
  );
}

const TONES = { plain: "", warning: "text-warning-text", failed: "text-failed-text" };

interface StateFigureProps {
  label: string;
  value: ReactNode;
  /** What it means, in one line; it says in words what the colour says. */
  context: ReactNode;
  tone?: keyof typeof TONES;
  trend?: ReactNode;
}

export function StateFigure({ label, value, context, tone = "plain", trend }: StateFigureProps) {
  return (
    <div className="min-w-0 border-b border-l border-line px-(--gutter) py-2.5">
      <dt className="text-11 text-ink-3">{label}</dt>
      <dd>
        <span className="flex items-center justify-between gap-2">
          <span
            className={cn(
              "text-20 font-medium tracking-[-0.015em] whitespace-nowrap tabular-nums",
              TONES[tone],
            )}
          >
            {value}
          </span>
          {trend}
        </span>
        <span className="block text-11 text-ink-2">{context}</span>
      </dd>
    </div>
  );
}
