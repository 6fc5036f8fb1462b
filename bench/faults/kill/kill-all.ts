import { setTimeout as wait } from "node:timers/promises";
import type { Load } from "../load/load";
import type { Kind, Product } from "../product/product";
import { until } from "../product/until";
import { between, chance } from "../random";
import type { Blow } from "./plan";

export type Kills = Partial<Record<Blow, number>>;

/** Until requests are acknowledged again, so that the next blow hits work and not ruins. */
const RECOVERY_MS = 180_000;
const PAUSE_MS = { least: 200, most: 1800 };
/** Now and then the next blow does not wait for that. */
const AT_ONCE = 0.15;
const TRIES = 100;

/** Deals the blows one after the other, while the load goes on. */
export async function killAll(product: Product, load: Load, plan: Blow[], say: (line: string) => void) {
  const kills: Kills = {};
  for (const [index, blow] of plan.entries()) {
    await wait(between(PAUSE_MS.least, PAUSE_MS.most));
    const before = load.record.requests;
    await deal(product, blow);
    kills[blow] = (kills[blow] ?? 0) + 1;
    if ((index + 1) % 5 === 0) say(`${index + 1} of ${plan.length} blows, ${before} acknowledgements`);
    if (chance(AT_ONCE)) continue;
    const why = () => `Nothing is acknowledged after the end of: ${blow}.`;
    await until(() => load.record.requests > before, { limitMs: RECOVERY_MS, why });
  }
  return kills;
}

async function deal(product: Product, blow: Blow): Promise<void> {
  if (blow === "flush") return await product.flush?.();
  for (let tries = 0; tries < TRIES; tries++) {
    if (await kill(product, blow)) return;
    await wait(between(50, 200));
  }
  throw new Error(`There is no process to kill: ${blow}.`);
}

async function kill(product: Product, kind: Kind): Promise<boolean> {
  const killing = product.kill[kind];
  if (!killing) throw new Error(`${product.name} has no ${kind}.`);
  return await killing();
}
