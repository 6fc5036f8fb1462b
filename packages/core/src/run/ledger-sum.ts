/** Events in batches that arrived, whatever runs they are about. */
interface Batches {
  batches: number;
  events: number;
}

export interface LedgerFacts {
  stored: number;
  /** By receipts, as long as these are kept. */
  refused: number;
  waiting: Batches;
  setAside: Batches;
  /** Batches that never came; `events` null when their numbers cannot be told. */
  missing: { batches: number; events: number | null };
  /** As the client counted them, by reason. */
  dropped: Readonly<Record<string, number>>;
}

/** What became of all that was recorded: `recorded` = `sent` + `dropped`, and `sent` is the sum of the rest. */
export interface LedgerSum {
  recorded: number;
  dropped: number;
  /** By reason, most first. */
  droppedBy: { reason: string; events: number }[];
  sent: number;
  stored: number;
  refused: number;
  waiting: Batches;
  setAside: Batches;
  missing: { batches: number; events: number };
  /** Whether a part cannot be counted, so that the sums are at least so many. */
  atLeast: boolean;
}

const REFUSED = "rejected_";
/** Reasons for which a client gives a batch up that it has tried to send: its numbers are left out. */
const AFTER_SENDING = /^(http_\d+|too_large)$/;

/** Makes one account of what the server and the client counted, in which each event stands once. */
export function sumUp({ stored, refused, waiting, setAside, missing, dropped }: LedgerFacts): LedgerSum {
  const counts = Object.entries(dropped).filter(([, events]) => events > 0);
  const sum = (of: typeof counts) => of.reduce((total, [, events]) => total + events, 0);
  const told = sum(counts.filter(([reason]) => reason.startsWith(REFUSED)));
  const own = counts.filter(([reason]) => !reason.startsWith(REFUSED));
  const explained = sum(own.filter(([reason]) => AFTER_SENDING.test(reason)));
  const gone = Math.max(0, (missing.events ?? missing.batches) - explained);
  const all = {
    dropped: sum(own),
    refused: Math.max(refused, told),
    missing: { batches: missing.batches, events: gone },
  };
  const sent = stored + all.refused + waiting.events + setAside.events + gone;
  return {
    recorded: sent + all.dropped,
    droppedBy: own
      .map(([reason, events]) => ({ reason, events }))
      .sort((a, b) => b.events - a.events || (a.reason < b.reason ? -1 : 1)),
    sent,
    stored,
    waiting,
    setAside,
    ...all,
    atLeast: missing.events === null,
  };
}
