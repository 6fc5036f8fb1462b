import { Gauge, type Registry } from "prom-client";

interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** How busy the connections of this process to the database are; those of the queue are not among them. */
export function watchPool(registry: Registry, pool: Pool): void {
  const registers = [registry];
  new Gauge({
    name: "heddle_database_connections",
    help: "Open connections to the database by state: busy or idle.",
    labelNames: ["state"],
    registers,
    collect() {
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "busy" }, pool.totalCount - pool.idleCount);
    },
  });
  new Gauge({
    name: "heddle_database_waiting_requests",
    help: "Callers that wait for a free connection.",
    registers,
    collect() {
      this.set(pool.waitingCount);
    },
  });
}
