import { ChevronUp } from "lucide-react";
import { formatCount } from "@/format/number";

/** Says that newer runs wait, and shows them. */
export function NewRunsBar({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <button
      type="button"
      onClick={onShow}
      className="absolute inset-x-0 top-7 z-30 flex h-6 items-center justify-center gap-1 border-b border-line bg-accent-soft text-11 font-medium text-accent -outline-offset-2 max-desk:top-0 max-desk:h-9"
    >
      <ChevronUp size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
      <span role="status">
        {formatCount(count)} new {count === 1 ? "run" : "runs"}
      </span>
    </button>
  );
}
