import type { RunLedger } from "@heddle/core";
import { formatCount } from "@/format/number";
import { causeWords, gapWords, holeWords } from "./ledger-words";

const SHOWN = 5;

interface WriterGapsProps {
  writer: RunLedger["writers"][number];
  ledger: Pick<RunLedger, "ended" | "sum">;
}

/** What the numbers of a writer tell: which batches and numbers are missing, and why most probably. */
export function WriterGaps({ writer, ledger }: WriterGapsProps) {
  const { lost, words } = gapWords(writer);
  const { missing, more } = writer.gaps;
  const hidden = Math.max(0, missing.length - SHOWN) + more;
  if (!lost) return <span className="text-ink-2">{words}</span>;
  return (
    <span className="block py-0.5">
      <span className="font-medium text-warning-text">{words}: </span>
      <span>{missing.slice(0, SHOWN).map(holeWords).join("; ")}</span>
      {hidden > 0 ? <span className="text-ink-2"> and {formatCount(hidden)} more gaps</span> : null}
      <span className="block text-ink-2">{causeWords(writer, ledger)}</span>
    </span>
  );
}
