import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countLines, diffLines, type Stretch } from "./line-diff";

const lines = fc.array(fc.constantFrom("a", "b", "c", "", "  d"), { maxLength: 30 });

/** What the stretches say that the lines before become. */
function applied(stretches: readonly Stretch[], before: string[], after: string[]): string[] {
  return stretches.flatMap((stretch) =>
    stretch.same
      ? before.slice(stretch.before.start, stretch.before.start + stretch.before.count)
      : after.slice(stretch.after.start, stretch.after.start + stretch.after.count),
  );
}

describe("diffLines", () => {
  it("turns the old text into the new one, and takes every line of both once", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const stretches = diffLines(before, after);
        expect(applied(stretches, before, after)).toEqual(after);
        for (const [side, all] of [
          ["before", before],
          ["after", after],
        ] as const) {
          const places = stretches.flatMap((stretch) =>
            Array.from({ length: stretch[side].count }, (_, i) => stretch[side].start + i),
          );
          expect(places).toEqual(all.map((_, index) => index));
        }
        expect(stretches.some((stretch, index) => stretch.same === stretches[index + 1]?.same)).toBe(false);
      }),
    );
  });

  it("finds what came and what went", () => {
    const stretches = diffLines(["a", "b", "c", "d"], ["a", "x", "y", "c", "d"]);
    expect(stretches.map(({ same }) => same)).toEqual([true, false, true]);
    expect(countLines(stretches)).toEqual({ added: 2, removed: 1 });
    expect(diffLines(["a"], ["a"])).toEqual([
      { same: true, before: { start: 0, count: 1 }, after: { start: 0, count: 1 } },
    ]);
    expect(diffLines([], [])).toEqual([]);
  });

  it("gives up on texts that have little in common, and is still right", () => {
    const before = Array.from({ length: 3000 }, (_, i) => `old ${i}`);
    const after = Array.from({ length: 3000 }, (_, i) => `new ${i}`);
    const began = performance.now();
    const stretches = diffLines(["same", ...before], ["same", ...after]);
    expect(performance.now() - began).toBeLessThan(3000);
    expect(countLines(stretches)).toEqual({ added: 3000, removed: 3000 });
    expect(stretches).toHaveLength(2);
  });
});
