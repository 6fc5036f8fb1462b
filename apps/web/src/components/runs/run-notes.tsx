import type { RunSummary } from "@heddle/contract";
import { cn } from "../ui/cn";
import { TagChip } from "../ui/tag-chip";
import { failureLine } from "./run-facts";

/** What failed, then the tags; what does not fit is cut and shown whole on hover. */
export function RunNotes({ run }: { run: RunSummary }) {
  const failure = run.failure ? failureLine(run.failure) : null;
  return (
    <>
      {failure ? (
        <span
          title={failure}
          className={cn(
            "max-w-full min-w-3/5 truncate",
            run.status === "succeeded" ? "text-ink-2" : "text-failed-text",
          )}
        >
          {failure}
        </span>
      ) : null}
      {Object.entries(run.tags).map(([name, value]) => (
        <TagChip key={name} name={name} value={value} />
      ))}
    </>
  );
}
