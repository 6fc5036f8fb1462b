import { formatCount } from "@/format/number";
import { cn } from "../../ui/cn";
import type { Suggestion } from "./suggest";

interface SuggestionListProps {
  id: string;
  suggestions: readonly Suggestion[];
  active: number;
  onPick: (suggestion: Suggestion) => void;
}

export const optionId = (list: string, index: number) => `${list}-${index}`;

function Line({ suggestion }: { suggestion: Suggestion }) {
  switch (suggestion.kind) {
    case "key":
      return (
        <>
          <span className="font-mono text-[11.5px]">{suggestion.key}:</span>
          <span className="truncate text-ink-3">{suggestion.hint}</span>
        </>
      );
    case "token":
      return (
        <>
          <span className="min-w-0 truncate font-mono text-[11.5px]">
            <span className="text-ink-3">{suggestion.token.key}:</span>
            {suggestion.label}
          </span>
          {suggestion.count === null ? null : (
            <span className="ml-auto pl-3 text-11 text-ink-3">{formatCount(suggestion.count)}</span>
          )}
        </>
      );
    case "text":
      return (
        <span className="truncate">
          Look for <span className="font-medium">{suggestion.text}</span>
        </span>
      );
  }
}

/** What may come next, under the query bar. The keyboard stays in the input, which says what is active. */
export function SuggestionList({ id, suggestions, active, onPick }: SuggestionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      className="absolute top-full left-0 z-40 mt-1 max-h-80 w-96 max-w-full overflow-y-auto rounded-3 border border-line-strong bg-raised p-1 text-12 shadow-float"
    >
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys go to the input.
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the list has no state of its own.
          key={index}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(suggestion)}
          className={cn(
            "flex h-7 cursor-default items-center gap-2 rounded-2 px-2 max-desk:h-10",
            index === active ? "bg-active" : "hover:bg-hover",
          )}
        >
          <Line suggestion={suggestion} />
        </div>
      ))}
    </div>
  );
}
