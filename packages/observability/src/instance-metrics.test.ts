import { expect, it, vi } from "vitest";
import { createRegistry } from "./create-registry";
import { watchInstance } from "./instance-metrics";

const INBOX = {
  waiting: { batches: 7, bytes: 700, oldestSeconds: 12 },
  suspects: 1,
  quarantined: 2,
  outbox: { rows: 3, oldestSeconds: null },
  liveWorkers: 4,
};
const JOBS = { drain: { waiting: 5, active: 0, delayed: 0, failed: 0 } };

function watch(inbox: () => Promise<typeof INBOX>, jobs: () => Promise<typeof JOBS>) {
  const registry = createRegistry("web");
  const onError = vi.fn();
  watchInstance(registry, { inbox, jobs, onError });
  return { registry, onError };
}

it("tells inbox, outbox, workers and jobs, and asks once for all of them", async () => {
  const inbox = vi.fn(async () => INBOX);
  const { registry } = watch(inbox, async () => JOBS);
  const text = await registry.metrics();
  for (const line of [
    'heddle_inbox_batches{process="web"} 7',
    'heddle_inbox_bytes{process="web"} 700',
    'heddle_inbox_oldest_batch_age_seconds{process="web"} 12',
    'heddle_inbox_suspect_batches{process="web"} 1',
    'heddle_inbox_quarantined_batches{process="web"} 2',
    'heddle_outbox_rows{process="web"} 3',
    'heddle_outbox_oldest_row_age_seconds{process="web"} 0',
    'heddle_live_workers{process="web"} 4',
    'heddle_queue_jobs{job="drain",state="waiting",process="web"} 5',
    'heddle_part_up{part="database",process="web"} 1',
    'heddle_part_up{part="queue",process="web"} 1',
  ]) {
    expect(text).toContain(`${line}\n`);
  }
  await registry.metrics();
  expect(inbox).toHaveBeenCalledTimes(1);
});

it("leaves out what cannot be read, says so, and never waits for it", async () => {
  const away = async () => {
    throw new Error("away");
  };
  const { registry, onError } = watch(away, () => new Promise(() => {}));
  const text = await registry.metrics();
  expect(text).not.toMatch(/^heddle_(inbox|outbox|live|queue)/m);
  expect(text).toContain('heddle_part_up{part="database",process="web"} 0');
  expect(text).toContain('heddle_part_up{part="queue",process="web"} 0');
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: "away" }));
});
