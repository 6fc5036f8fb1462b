import type { RunLedger } from "@heddle/core";
import { plural } from "./ledger-words";

export interface AccountRow {
  key: string;
  name: string;
  /** How far it is a part of what stands above. */
  depth: 0 | 1;
  events: number | null;
  batches: number | null;
  words: string;
  tone: "plain" | "quiet" | "warning" | "defect";
  atLeast: boolean;
}

/** The account as rows that add up: recorded is dropped and sent, sent is what stands below it. */
export function accountRows(ledger: RunLedger): AccountRow[] {
  const row = (
    key: string,
    [depth, name]: [0 | 1, string],
    [events, batches]: [number | null, number | null],
    words: string,
    tone: AccountRow["tone"] = "plain",
  ): AccountRow => ({ key, name, depth, events, batches, words, tone, atLeast: false });
  const bad = (count: number) => (count > 0 ? "warning" : "quiet");
  const { sum, totals, repeated, storedAgain, ended } = ledger;
  const { dropped, refused, missing, waiting, setAside } = sum;
  const refusedWords =
    ledger.refused.length > 0 ? "By the server, with the reasons below" : "By the server, as the client says";
  const droppedWords = ended ? "As the client says itself" : "The client says it at the end of the run";
  const rows = [
    {
      ...row("recorded", [0, "Recorded"], [sum.recorded, null], "By the client, as far as known"),
      atLeast: sum.atLeast,
    },
    row("dropped", [1, "Dropped by the client"], [dropped, null], droppedWords, bad(dropped)),
    {
      ...row("sent", [0, "Sent"], [sum.sent, null], "What was recorded and not dropped"),
      atLeast: sum.atLeast,
    },
    row("stored", [1, "Stored"], [sum.stored, totals.batches], "Shown on this and the other tabs"),
    row(
      "rejected",
      [1, "Rejected"],
      [refused, null],
      refused === 0 ? "The server took every event" : refusedWords,
      bad(refused),
    ),
    {
      ...row(
        "missing",
        [1, "Missing"],
        [missing.events, missing.batches],
        "Sent, or to be sent, and not here",
        bad(missing.events),
      ),
      atLeast: sum.atLeast,
    },
    waiting.batches > 0 &&
      row(
        "waiting",
        [1, "Waiting"],
        [waiting.events, waiting.batches],
        "Safe in the inbox, stored within seconds",
      ),
    setAside.batches > 0 &&
      row(
        "aside",
        [1, "Set aside"],
        [setAside.events, setAside.batches],
        "Kept, and listed below with their errors",
        "warning",
      ),
    row(
      "duplicates",
      [0, "Duplicates ignored"],
      [repeated.events, repeated.batches],
      repeated.times > 0
        ? `Batches that came again, ${plural(repeated.times, "time", "times")} in all, and got the same answer`
        : "No batch came more than once",
      repeated.times > 0 ? "plain" : "quiet",
    ),
    storedAgain > 0 &&
      row(
        "again",
        [0, "Stored more than once"],
        [null, storedAgain],
        "A defect of Heddle: please report it",
        "defect",
      ),
  ];
  return rows.filter((each) => each !== false);
}
