import type { RunLedger } from "@heddle/core";
import { areSigns, batches, events, holeWords, plural, writerName } from "./ledger-words";

export interface LedgerVerdict {
  tone: "good" | "open" | "warning" | "defect";
  title: string;
  /** What else is to be said, worst first. */
  more: string[];
}

type Said = Pick<LedgerVerdict, "tone"> & { words: string };

/** What the ledger comes to, in sentences. */
export function ledgerVerdict(ledger: RunLedger): LedgerVerdict {
  const said = [...ofOurs(ledger), ...ofMissing(ledger), ...ofArrived(ledger), ...ofOpen(ledger)];
  const [first, ...more] = said;
  if (first) return { tone: first.tone, title: first.words, more: more.map(({ words }) => words) };
  return ledger.ended
    ? { tone: "good", title: "Everything that was sent is here.", more: [] }
    : {
        tone: "open",
        title: "Everything that came so far is here.",
        more: ["The end of the run has not arrived."],
      };
}

function ofOurs({ storedAgain }: RunLedger): Said[] {
  if (storedAgain === 0) return [];
  const words = `${plural(storedAgain, "batch was", "batches were")} stored more than once: a defect of Heddle. Please report it.`;
  return [{ tone: "defect", words }];
}

function ofMissing({ writers, sum }: RunLedger): Said[] {
  const missing = writers.filter(({ gaps }) => gaps.reason === "missing");
  const [one, ...others] = missing;
  if (!one || sum.missing.events === 0) return [];
  const tone = missing.every(({ gaps }) => areSigns(gaps)) ? "open" : "warning";
  const many = `${batches(sum.missing.batches)} of`;
  const verb = sum.missing.batches === 1 ? "is" : "are";
  if (others.length > 0) return [{ tone, words: `${many} ${others.length + 1} writers ${verb} missing.` }];
  const { missing: holes, more } = one.gaps;
  const [hole] = holes;
  const named = hole && holes.length === 1 && more === 0 ? ` (${holeWords(hole)})` : "";
  return [{ tone, words: `${many} writer ${writerName(one.writer)} ${verb} missing${named}.` }];
}

function ofArrived({ sum }: RunLedger): Said[] {
  const said: Said[] = [];
  const say = (count: number, words: string) => {
    if (count > 0) said.push({ tone: "warning", words });
  };
  const { setAside, refused, dropped } = sum;
  say(
    setAside.batches,
    `${plural(setAside.batches, "batch", "batches")} could not be stored and ${setAside.batches === 1 ? "is" : "are"} set aside.`,
  );
  say(refused, `${plural(refused, "event was", "events were")} rejected.`);
  say(dropped, `${plural(dropped, "event was", "events were")} dropped by the client.`);
  return said;
}

function ofOpen({ sum: { waiting }, writers }: RunLedger): Said[] {
  const said: Said[] = [];
  if (waiting.batches > 0) {
    const verb = waiting.batches === 1 ? "waits" : "wait";
    said.push({
      tone: "open",
      words: `${batches(waiting.batches)} with ${events(waiting.events)} ${verb} to be stored.`,
    });
  }
  if (writers.some(({ gaps }) => gaps.reason === "unknown")) {
    const words = "Whether all arrived can no longer be told: receipts are kept for 14 days.";
    said.push({ tone: "open", words });
  }
  return said;
}
