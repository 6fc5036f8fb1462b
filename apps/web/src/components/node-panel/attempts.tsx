import { formatDuration } from "@/format/duration";
import { formatCount } from "@/format/number";
import { StatusMark } from "../status/status-mark";
import { PanelSection } from "../ui/side-panel";
import type { NodeData } from "./node-data";

function lengthOf({
  startedAt,
  finishedAt,
}: {
  startedAt: string | null;
  finishedAt: string | null;
}): string {
  if (startedAt === null || finishedAt === null) return "";
  return formatDuration(Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)));
}

/** The tries of a node, the last one first; nothing when the first one was the only one. */
export function Attempts({ run }: { run: NodeData["runs"][number] }) {
  if (run.attempt === 0 && run.earlier.length === 0) return null;
  const tries = [run, ...run.earlier].sort((a, b) => b.attempt - a.attempt);
  return (
    <PanelSection title="Attempts" aside={<span>{formatCount(run.attempt + 1)}</span>}>
      <ol aria-label="Attempts, last first" className="text-12">
        {tries.map((attempt) => (
          <li
            key={attempt.attempt}
            className="flex min-h-6 items-start gap-2 border-t border-line py-1 first:border-t-0"
          >
            <span className="mt-0.5">
              <StatusMark status={attempt.status} size={12} />
            </span>
            <span className="whitespace-nowrap">{formatCount(attempt.attempt + 1)}.</span>
            <span className="line-clamp-2 min-w-0 flex-1 break-words text-ink-2">
              {attempt.error ? `${attempt.error.type}: ${attempt.error.message}` : null}
            </span>
            <span className="whitespace-nowrap text-ink-3">{lengthOf(attempt)}</span>
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}
