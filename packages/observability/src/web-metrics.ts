import { Counter, Gauge, Histogram, type Registry } from "prom-client";

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type WebMetrics = ReturnType<typeof createWebMetrics>;

/** What a web process counts. Labels are few: routes by their pattern, all pages as one, procedures that exist. */
export function createWebMetrics(registry: Registry) {
  const registers = [registry];
  const metrics = {
    requests: new Histogram({
      name: "heddle_http_request_duration_seconds",
      help: "Time to answer a request, by route, method and class of the status; streams are left out.",
      labelNames: ["route", "method", "status"],
      buckets: REQUEST_SECONDS,
      registers,
    }),
    inFlight: new Gauge({
      name: "heddle_http_requests_in_flight",
      help: "Requests that are being answered, streams included.",
      registers,
    }),
    rateLimited: new Counter({
      name: "heddle_http_rate_limited_total",
      help: "Requests that were refused with 429, by reason: key, guessing, busy (memory), backlog, other (pages).",
      labelNames: ["route", "reason"],
      registers,
    }),
    procedures: new Histogram({
      name: "heddle_trpc_procedure_duration_seconds",
      help: "Time of a procedure, called by a browser or by a page that is made here; streams are left out.",
      labelNames: ["procedure", "outcome"],
      buckets: REQUEST_SECONDS,
      registers,
    }),
    liveStreams: new Gauge({
      name: "heddle_live_streams",
      help: "Open streams of live updates.",
      registers,
    }),
    batches: new Counter({
      name: "heddle_telemetry_batches_total",
      help: "Batches by outcome: stored, repeated (known already), or rejected (no event could be kept).",
      labelNames: ["outcome"],
      registers,
    }),
    events: new Counter({
      name: "heddle_telemetry_events_total",
      help: "Events of batches that were not known already, by outcome: accepted or rejected.",
      labelNames: ["outcome"],
      registers,
    }),
    bytes: new Counter({
      name: "heddle_telemetry_received_bytes_total",
      help: "Size of the batches as they came over the wire.",
      registers,
    }),
    lostSignals: new Counter({
      name: "heddle_lost_signals_total",
      help: "Signals to drain that the queue did not take; the worker's sweep finds the batches.",
      registers,
    }),
    queueErrors: new Counter({
      name: "heddle_queue_errors_total",
      help: "Errors of the connections to the queue.",
      registers,
    }),
  };
  // A series that begins with its first event hides that event from `rate` and `increase`.
  for (const outcome of ["stored", "repeated", "rejected"]) metrics.batches.inc({ outcome }, 0);
  for (const outcome of ["accepted", "rejected"]) metrics.events.inc({ outcome }, 0);
  return metrics;
}
