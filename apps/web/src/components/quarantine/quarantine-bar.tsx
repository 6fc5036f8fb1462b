import { formatCount } from "@/format/number";
import { CheckBox } from "../runs/check-box";
import { Button } from "../ui/button";
import { batchesInWords } from "./batches-in-words";

interface QuarantineBarProps {
  /** Those that are on the page, of how many. */
  shown: number;
  total: number;
  selected: number;
  busy: boolean;
  onSelectAll: (all: boolean) => void;
  /** Null for all there are. */
  onRetry: (ids: "selected" | null) => void;
  onDelete: (ids: "selected" | null) => void;
}

/** What can be done with several batches at once: those that are selected, or else all there are. */
export function QuarantineBar({ shown, total, selected, busy, ...on }: QuarantineBarProps) {
  const ids = selected > 0 ? ("selected" as const) : null;
  const what = selected > 0 ? formatCount(selected) : `all ${formatCount(total)}`;
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-(--gutter) py-1.5 text-12">
      <button
        type="button"
        aria-pressed={selected === shown}
        onClick={() => on.onSelectAll(selected < shown)}
        className="flex h-6 items-center gap-2 rounded-1 pl-[5px] text-ink-2 hover:text-ink max-desk:h-9"
      >
        <CheckBox checked={selected > 0 && selected === shown} />
        Select all shown
      </button>
      <span className="min-w-0 flex-1 basis-40 text-ink-3">
        {selected > 0
          ? `${batchesInWords(selected)} selected`
          : shown < total
            ? `The oldest ${formatCount(shown)} of ${batchesInWords(total)}`
            : batchesInWords(total)}
      </span>
      <span className="flex gap-1.5">
        <Button
          size="sm"
          disabled={busy}
          onClick={() => on.onRetry(ids)}
          className="max-desk:h-9 max-desk:px-3"
        >
          Retry {what}
        </Button>
        <Button
          size="sm"
          variant="danger"
          disabled={busy}
          onClick={() => on.onDelete(ids)}
          className="max-desk:h-9 max-desk:px-3"
        >
          Delete {what}
        </Button>
      </span>
    </div>
  );
}
