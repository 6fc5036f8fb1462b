import { collectDefaultMetrics, Registry } from "prom-client";

export type { Registry };

/** The metrics of this process. */
export function createRegistry(process: "web" | "worker"): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  return registry;
}

/** Adds what Node itself tells: CPU, memory, event loop, garbage collection. */
export function watchProcess(registry: Registry): void {
  collectDefaultMetrics({ register: registry });
}
