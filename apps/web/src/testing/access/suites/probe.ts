import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { createCaller } from "../../../trpc/root";
import { callerFor } from "../../world";
import { procedures } from "../procedures";
import { rowsOf } from "../rows-of";
import { type Stage, tenantsFor } from "../stage";
import { inputOf, kinds, namedBy } from "../trpc";

const CALLS = 2500;
const PATIENCE_MS = 240_000;
const AT_ONCE = 8;

type Input = Record<string, unknown>;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function answerTo(caller: ReturnType<typeof createCaller>, path: string, input: Input) {
  let target: unknown = caller;
  for (const step of path.split(".")) target = Reflect.get(Object(target), step);
  if (typeof target !== "function") throw new Error(`${path} is not a procedure`);
  try {
    const answer: unknown = await target(input);
    if (!answer || typeof answer !== "object" || !(Symbol.asyncIterator in answer))
      return { refused: false, text: JSON.stringify(answer) ?? "" };
    const stream = answer as AsyncGenerator;
    const { value } = await stream.next();
    await stream.return(undefined);
    return { refused: false, text: JSON.stringify(value) };
  } catch (error) {
    return { refused: true, text: `${error} ${JSON.stringify(Reflect.get(Object(error), "cause"))}` };
  }
}

/** Whatever is mixed from two tenants' ids, the answer to one shows nothing of the other. */
export function walkProbe(stage: () => Stage): void {
  describe("probe", () => {
    test(`${CALLS} calls with ids mixed from two tenants`, { timeout: PATIENCE_MS }, async () => {
      const { world, a, stranger } = stage();
      const seed = randomInt(2 ** 31);
      const random = randomFrom(seed);
      const caller = callerFor(world, stranger.userId);
      const inputs = await Promise.all(
        Object.entries(procedures).map(async ([path, row]) => {
          const { theirs, own } = await tenantsFor(stage(), row);
          const fields = [...namedBy(row), ...(row.places ?? [])];
          return { path, fields, theirs: await inputOf(row, theirs), own: await inputOf(row, own) };
        }),
      );
      const borrowing = inputs.filter(({ fields }) => fields.length > 0);
      const before = await rowsOf(world.databaseUrl, a.scope);
      const holes: unknown[] = [];
      let left = CALLS;
      async function worker(): Promise<void> {
        while (left-- > 0) {
          const chosen = borrowing[Math.floor(random() * borrowing.length)];
          if (!chosen) continue;
          const { path, fields, theirs, own } = chosen;
          const borrowed = fields.filter(() => random() < 0.5);
          if (borrowed.length === 0) borrowed.push(fields[Math.floor(random() * fields.length)] ?? "");
          const input = { ...own, ...Object.fromEntries(borrowed.map((field) => [field, theirs[field]])) };
          const { refused, text } = await answerTo(caller, path, input);
          const changed = kinds.get(path) === "mutation" && !refused;
          if (changed || text.includes(a.about.mark)) holes.push({ path, borrowed, input, text });
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      expect(holes, `seed ${seed}`).toEqual([]);
      expect(await rowsOf(world.databaseUrl, a.scope), `seed ${seed}`).toEqual(before);
    });
  });
}
