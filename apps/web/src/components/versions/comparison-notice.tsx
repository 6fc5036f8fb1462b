import type { VersionComparison } from "@heddle/core";
import { noticeOf } from "./notice-of";

/** What keeps the comparison from being whole, in words. */
export function ComparisonNotice({ comparison }: { comparison: VersionComparison }) {
  const notice = noticeOf(comparison);
  return notice ? (
    <p
      role="note"
      className="shrink-0 border-b border-line bg-sunken px-5 py-2 text-12 text-ink-2 max-desk:px-4"
    >
      {notice}
    </p>
  ) : null;
}
