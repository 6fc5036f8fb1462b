import { Counter, Gauge, Histogram, type Registry } from "prom-client";

const WORK_SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60];
const DELAY_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

export type WorkerMetrics = ReturnType<typeof createWorkerMetrics>;

/** What a worker process counts. */
export function createWorkerMetrics(registry: Registry) {
  const registers = [registry];
  const metrics = {
    batches: new Counter({
      name: "heddle_drained_batches_total",
      help: "Batches by outcome: stored, failed (will be tried again), or quarantined (put aside).",
      labelNames: ["outcome"],
      registers,
    }),
    events: new Counter({
      name: "heddle_drained_events_total",
      help: "Events of the stored batches.",
      registers,
    }),
    visible: new Histogram({
      name: "heddle_received_to_stored_seconds",
      help: "Time from the receipt of a batch until its runs can be seen.",
      buckets: DELAY_SECONDS,
      registers,
    }),
    drains: new Histogram({
      name: "heddle_drain_duration_seconds",
      help: "Time of one pass that stored batches.",
      buckets: WORK_SECONDS,
      registers,
    }),
    jobs: new Histogram({
      name: "heddle_job_duration_seconds",
      help: "Time of one attempt at a job, by its outcome: succeeded or failed.",
      labelNames: ["job", "outcome"],
      buckets: WORK_SECONDS,
      registers,
    }),
    jobFailures: new Counter({
      name: "heddle_job_failures_total",
      help: "Attempts at jobs that failed; final: there will not be another.",
      labelNames: ["job", "final"],
      registers,
    }),
    deliveries: new Counter({
      name: "heddle_alert_deliveries_total",
      help: "Attempts to deliver an alert: delivered, postponed (will be tried again), or given_up.",
      labelNames: ["outcome"],
      registers,
    }),
    sweepSucceeded: new Gauge({
      name: "heddle_sweep_last_success_timestamp_seconds",
      help: "When a sweep last did its work.",
      labelNames: ["sweep"],
      registers,
    }),
    sweepFailures: new Counter({
      name: "heddle_sweep_failures_total",
      help: "Sweeps that failed.",
      labelNames: ["sweep"],
      registers,
    }),
    queueErrors: new Counter({
      name: "heddle_queue_errors_total",
      help: "Errors of the connections to the queue.",
      registers,
    }),
  };
  // A series that begins with its first event hides that event from `rate` and `increase`.
  for (const outcome of ["stored", "failed", "quarantined"]) metrics.batches.inc({ outcome }, 0);
  for (const outcome of ["delivered", "postponed", "given_up"]) metrics.deliveries.inc({ outcome }, 0);
  return metrics;
}
