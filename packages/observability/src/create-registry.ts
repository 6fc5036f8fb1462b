import { collectDefaultMetrics, Registry } from "prom-client";

export type { Registry };

/** The metrics of this process, with those of Node itself: CPU, memory, event loop, garbage collection. */
export function createRegistry(process: "web" | "worker"): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  return registry;
}
