import type { Penguin } from "./penguins";

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** For each penguin whether it is held back for the test. */
export function isTest({
  penguins,
  testShare,
  seed,
}: {
  penguins: Penguin[];
  testShare: number;
  seed: number;
}): boolean[] {
  const random = seededRandom(seed);
  return penguins.map(() => random() < testShare);
}

export function trainSet({ penguins, isTest }: { penguins: Penguin[]; isTest: boolean[] }): Penguin[] {
  return penguins.filter((_, row) => !isTest[row]);
}

export function testSet({ penguins, isTest }: { penguins: Penguin[]; isTest: boolean[] }): Penguin[] {
  return penguins.filter((_, row) => isTest[row]);
}
