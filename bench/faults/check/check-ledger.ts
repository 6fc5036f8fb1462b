import type { Record } from "../load/record";
import type { Finding } from "./finding";
import type { Owner } from "./owner";

interface Entry {
  run: string;
  writer: string;
  batch: number;
  events: number;
  first: number;
  last: number;
  stored: number;
}

/** Each acknowledged batch, in the ledger of each run that it told of: once, with as many events as it brought. */
export async function checkLedger(owner: Owner, record: Record): Promise<Finding> {
  const finding: Finding = { what: "events in the ledger", lost: 0, duplicated: 0 };
  const expected = new Map(expectedEntries(record).map((entry) => [keyOf(entry), entry]));
  const stored = await owner.rows<Entry>(
    `select run_id as run, writer, batch::int, events, first_seq::int as first, last_seq::int as last, stored
     from run_batch`,
  );
  for (const entry of stored) {
    const should = expected.get(keyOf(entry));
    expected.delete(keyOf(entry));
    const events = should?.events ?? 0;
    finding.lost += Math.max(0, events - entry.events);
    finding.duplicated += Math.max(0, entry.events - events) + (entry.stored - 1) * entry.events;
    if (should && (should.first !== entry.first || should.last !== entry.last)) finding.lost++;
    if (entry.stored !== 1 || events !== entry.events) finding.example = JSON.stringify({ should, entry });
  }
  for (const entry of expected.values()) {
    finding.lost += entry.events;
    finding.example = JSON.stringify({ missing: entry });
  }
  return finding;
}

const keyOf = ({ run, writer, batch }: Entry): string => `${run} ${writer} ${batch}`;

function expectedEntries(record: Record): Entry[] {
  return record.acknowledged.flatMap(({ batch: { writer, number, events } }) => {
    const entries = new Map<string, Entry>();
    for (const { runId, seq } of events) {
      const known = entries.get(runId);
      const first = Math.min(known?.first ?? seq, seq);
      const last = Math.max(known?.last ?? seq, seq);
      const count = (known?.events ?? 0) + 1;
      entries.set(runId, { run: runId, writer, batch: number, events: count, first, last, stored: 1 });
    }
    return [...entries.values()];
  });
}
