import { X } from "lucide-react";
import { shortHash } from "@/format/hash";
import { STATUS } from "../../status/status-words";
import { tagText } from "./query-text";
import type { Token } from "./tokens";

/** A token in words: `status` and `failed`; a tag by its own key; text has no key. */
export function tokenWords({ key, value }: Token): { name: string; value: string } {
  if (key === "q") return { name: "", value };
  if (key === "version") return { name: "version:", value: shortHash(value) };
  if (key === "tag") {
    const text = tagText(value);
    const at = text.indexOf("=");
    return at < 0
      ? { name: "tag:", value: text }
      : { name: `${text.slice(0, at)}:`, value: text.slice(at + 1) };
  }
  if (key === "status") {
    const status = Object.entries(STATUS).find(([name]) => name === value)?.[1];
    return { name: "status:", value: status?.label.toLowerCase() ?? value };
  }
  return { name: `${key}:`, value };
}

/** A token of the query with a button that drops it. */
export function TokenChip({ token, onRemove }: { token: Token; onRemove?: () => void }) {
  const { name, value } = tokenWords(token);
  return (
    <span className="inline-flex h-5 max-w-60 shrink-0 items-center rounded-1 bg-active pl-1.5 font-mono text-[11.5px] whitespace-nowrap last:pr-1.5 max-desk:max-w-40">
      <span className="shrink-0 text-ink-3">{name}</span>
      <span className="truncate" title={value}>
        {value}
      </span>
      {onRemove ? (
        <button
          type="button"
          aria-label={`Remove ${name}${value}`}
          onClick={onRemove}
          className="ml-0.5 inline-flex h-5 w-4.5 shrink-0 items-center justify-center rounded-1 text-ink-3 -outline-offset-2 hover:text-ink"
        >
          <X size={11} strokeWidth={1.6} absoluteStrokeWidth aria-hidden />
        </button>
      ) : (
        <span className="w-1.5" />
      )}
    </span>
  );
}
