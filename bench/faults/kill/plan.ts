import type { Kind } from "../product/product";
import { shuffled } from "../random";

/** `flush`: Redis forgets everything, and nothing dies. */
export type Blow = Kind | "flush";

/**
 * What one life of a supervisor is dealt, with its own end as the last: it starts a child again five times
 * within a minute, and then gives up, as it should.
 */
const SUPERVISED: Blow[] = ["web", "worker", "backend", "web", "worker", "postmaster", "backend"];
const ORCHESTRATED: Blow[] = [
  ...(["web", "worker", "worker", "redis", "flush"] as const),
  ...(["web", "worker", "backend", "postmaster", "redis"] as const),
];

/** Rounds in random order until as many processes are killed. */
export function planSupervised(kills: number): Blow[] {
  return plan(kills, () => [...shuffled(SUPERVISED), "supervisor"]);
}

export function planOrchestrated(kills: number): Blow[] {
  return plan(kills, () => shuffled(ORCHESTRATED));
}

function plan(kills: number, round: () => Blow[]): Blow[] {
  const planned: Blow[] = [];
  const open = () => kills - planned.filter((blow) => blow !== "flush").length;
  while (open() > 0) {
    for (const blow of round()) if (open() > 0) planned.push(blow);
  }
  return planned;
}
