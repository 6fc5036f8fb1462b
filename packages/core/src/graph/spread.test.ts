import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spread } from "./spread";

const place = (wish: number[], distance: number, weight = wish.map(() => 1)) =>
  Array.from(
    spread(
      Float64Array.from(wish),
      Float64Array.from(weight),
      Float64Array.from(wish, () => distance),
    ),
  );

describe("spread", () => {
  it("leaves alone what is far enough apart", () => {
    expect(place([0, 20, 60], 10)).toEqual([0, 20, 60]);
  });

  it("shares what is missing, by weight", () => {
    expect(place([0, 0], 10)).toEqual([-5, 5]);
    expect(place([0, 0], 10, [9, 1])).toEqual([-1, 9]);
    expect(place([50, 0, 0], 10)).toEqual([20 / 3, 50 / 3, 80 / 3].map((x) => expect.closeTo(x, 9)));
  });

  it("keeps order and distance, whatever the wishes", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { maxLength: 50 }), (wish) => {
        const placed = place(wish, 7);
        placed.forEach((x, i) => {
          if (i > 0) expect(x - (placed[i - 1] ?? 0)).toBeGreaterThanOrEqual(7 - 1e-6);
        });
      }),
    );
  });
});
