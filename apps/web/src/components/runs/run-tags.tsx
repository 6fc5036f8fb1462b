import type { RunSummary } from "@heddle/contract";
import { TagChip } from "../ui/tag-chip";

/** The tags in a line; what does not fit is cut, and shown whole on hover. */
export function RunTags({ tags }: { tags: RunSummary["tags"] }) {
  const entries = Object.entries(tags);
  if (entries.length === 0) return null;
  return (
    <span
      title={entries.map(([name, value]) => `${name}: ${value}`).join("\n")}
      className="flex min-w-0 items-center gap-1.5 overflow-hidden"
    >
      {entries.map(([name, value]) => (
        <TagChip key={name} name={name} value={value} />
      ))}
    </span>
  );
}
