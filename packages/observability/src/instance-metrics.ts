import { Gauge, type Registry } from "prom-client";
import { createReading } from "./reading";

/** What is the same whichever process reads it. */
interface Inbox {
  waiting: { batches: number; bytes: number; oldestSeconds: number | null };
  suspects: number;
  quarantined: number;
  outbox: { rows: number; oldestSeconds: number | null };
  liveWorkers: number;
}

interface Sources {
  inbox: () => Promise<Inbox>;
  /** Jobs by name and state. */
  jobs: () => Promise<Record<string, Record<string, number>>>;
  onError: (error: unknown) => void;
}

const FRESH_MS = 10_000;
/** Prometheus itself waits for 10 s unless told otherwise. */
const PATIENCE_MS = 3000;

const INBOX: [string, string, (state: Inbox) => number][] = [
  ["heddle_inbox_batches", "Batches that wait to be stored.", ({ waiting }) => waiting.batches],
  [
    "heddle_inbox_bytes",
    "Size of the batches that wait, most of them compressed; from a sample where there are many.",
    ({ waiting }) => waiting.bytes,
  ],
  [
    "heddle_inbox_oldest_batch_age_seconds",
    "How long ago the oldest of the waiting batches was received; 0 when none waits.",
    ({ waiting }) => waiting.oldestSeconds ?? 0,
  ],
  [
    "heddle_inbox_suspect_batches",
    "Batches that failed and are tried again one by one.",
    ({ suspects }) => suspects,
  ],
  [
    "heddle_inbox_quarantined_batches",
    "Batches that were put aside and wait for somebody to look at them.",
    ({ quarantined }) => quarantined,
  ],
  ["heddle_outbox_rows", "Signals that are not passed on yet.", ({ outbox }) => outbox.rows],
  [
    "heddle_outbox_oldest_row_age_seconds",
    "How long the oldest signal has waited; 0 when none waits.",
    ({ outbox }) => outbox.oldestSeconds ?? 0,
  ],
  ["heddle_live_workers", "Workers that lately showed that they live.", ({ liveWorkers }) => liveWorkers],
];

/**
 * Gauges about the whole instance, read when they are scraped. Each process tells the same, so that the last one
 * that lives still does. What cannot be read in time is missing, and `heddle_part_up` says so.
 */
export function watchInstance(registry: Registry, { inbox, jobs, onError }: Sources): void {
  const times = { freshMs: FRESH_MS, patienceMs: PATIENCE_MS, onError };
  const [readInbox, readJobs] = [
    createReading({ read: inbox, ...times }),
    createReading({ read: jobs, ...times }),
  ];
  const registers = [registry];
  for (const [name, help, of] of INBOX) {
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        const state = await readInbox();
        if (state) this.set(of(state));
        else this.remove();
      },
    });
  }
  new Gauge({
    name: "heddle_queue_jobs",
    help: "Jobs by name and state: waiting, active, delayed, failed.",
    labelNames: ["job", "state"],
    registers,
    async collect() {
      this.reset();
      for (const [job, states] of Object.entries((await readJobs()) ?? {})) {
        for (const [state, count] of Object.entries(states)) this.set({ job, state }, count);
      }
    },
  });
  new Gauge({
    name: "heddle_part_up",
    help: "Whether the database and the queue answered this scrape in time: 1 or 0.",
    labelNames: ["part"],
    registers,
    async collect() {
      const [state, counts] = await Promise.all([readInbox(), readJobs()]);
      this.set({ part: "database" }, state ? 1 : 0);
      this.set({ part: "queue" }, counts ? 1 : 0);
    },
  });
}
