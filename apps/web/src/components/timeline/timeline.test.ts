import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failedNodes, sampleModel } from "../run/testing/sample-run";
import { concurrency } from "./concurrency";
import { percentOf, timeScale } from "./scale";
import { slowerNodes } from "./slower";
import { ticks } from "./ticks";
import { moduleItems } from "./timeline-items";
import { pathTime, timelineRows } from "./timeline-rows";
import { clampRange, zoomRange } from "./zoom";

describe("concurrency", () => {
  it("counts what worked at once", () => {
    const spans = [
      { start: 0, end: 10 },
      { start: 5, end: 10 },
      { start: 10, end: 15 },
    ];
    expect(concurrency(spans, 0, 20, 4)).toEqual({ most: 2, busy: 15, mean: 20 / 15, parts: [1, 2, 1, 0] });
  });

  it("holds exactly the work that was done, however it is cut", () => {
    const span = fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 999 })).map(([a, b]) => ({
      start: Math.min(a, b),
      end: Math.max(a, b),
    }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), fc.integer({ min: 1, max: 50 }), (spans, parts) => {
        const total = spans.reduce((sum, { start, end }) => sum + end - start, 0);
        const { parts: filled } = concurrency(spans, 0, 1000, parts);
        expect(filled.reduce((sum, value) => sum + value, 0) * (1000 / parts)).toBeCloseTo(total, 6);
      }),
    );
  });
});

describe("ticks", () => {
  it("writes round moments in the unit that fits", () => {
    expect(ticks(4, 12).map(({ label }) => label)).toEqual(["0 ms", "1 ms", "2 ms", "3 ms", "4 ms"]);
    expect(ticks(900, 4).map(({ label }) => label)).toEqual(["0.0 s", "0.5 s"]);
    expect(ticks(95_000, 4).map(({ label }) => label)).toEqual(["0:00", "0:30", "1:00", "1:30"]);
    expect(ticks(8_000_000, 3).map(({ label }) => label)).toEqual(["0:00", "1:00:00", "2:00:00"]);
  });

  it("is never crowded", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 * 86_400_000 }),
        fc.integer({ min: 2, max: 20 }),
        (length, most) => {
          const drawn = ticks(length, most);
          expect(drawn.length).toBeLessThanOrEqual(most + 1);
          expect(drawn.at(-1)?.at).toBeLessThanOrEqual(length);
        },
      ),
    );
  });
});

describe("rows of the time line", () => {
  const model = sampleModel(failedNodes);

  it("come by start, what did not run last", () => {
    const rows = timelineRows(model, "all", "start");
    expect(rows.map(({ node }) => node.name)).toEqual([
      "orders",
      "spend",
      "clean",
      "join",
      "matrix",
      "tenure",
    ]);
    expect(rows.filter(({ span }) => span === null).map(({ node }) => node.name)).toEqual([
      "matrix",
      "tenure",
    ]);
  });

  it("can be those of the critical path alone", () => {
    const rows = timelineRows(model, "critical", "start");
    expect(rows.map(({ node }) => node.name)).toEqual(["orders", "clean", "join"]);
    expect(rows.every(({ critical }) => critical)).toBe(true);
  });

  it("stay together by module, the module that began first on top", () => {
    const modules: Record<string, string> = { spend: "z", clean: "z", orders: "a" };
    const nodes = failedNodes.map((node) => ({ ...node, module: modules[node.name] ?? "last" }));
    const rows = timelineRows(sampleModel(nodes), "all", "module");
    expect(rows.map(({ node }) => node.module)).toEqual(["a", "z", "z", "last", "last", "last"]);
  });

  it("say where the time went", () => {
    expect(pathTime(model)).toEqual({ work: 87_000, wait: 3_000, beside: 50_000 });
  });

  it("lie on an axis that leaves room after the end", () => {
    const scale = timeScale(1000, 2000);
    expect(percentOf(scale, 1000)).toBe(0);
    expect(percentOf(scale, 2000)).toBeLessThan(95);
  });
});

describe("folded modules", () => {
  const nodes = failedNodes.map((node) => ({ ...node, module: node.name === "matrix" ? null : "m" }));
  const rows = timelineRows(sampleModel(nodes), "all", "module");

  it("stand for their rows, with what became of them", () => {
    const [folded, ...rest] = moduleItems(rows, () => false);
    expect(folded).toMatchObject({
      module: { nodes: 5, failed: 1, skipped: 1, critical: true, open: false },
    });
    expect(rest).toHaveLength(1);
    expect(moduleItems(rows, () => true)).toHaveLength(7);
  });
});

describe("slower than usual", () => {
  it("is what took clearly longer than nine tenths of its runs, and did not fail", () => {
    const model = sampleModel(failedNodes);
    const usual = new Map([
      ["orders", { p50: 20_000, p90: 30_000 }],
      ["spend", { p50: 49_000, p90: 49_900 }],
      ["join", { p50: 1, p90: 2 }],
    ]);
    expect(slowerNodes(model, usual)).toEqual([{ name: "orders", over: 10_000, p90: 30_000 }]);
  });
});

describe("zoom", () => {
  const whole = { from: 0, to: 1000 };

  it("keeps the moment under the pointer and stays inside of the run", () => {
    expect(zoomRange(whole, whole, 0.5, 250)).toEqual({ from: 125, to: 625 });
    expect(zoomRange({ from: 0, to: 100 }, whole, 2, 0)).toEqual({ from: 0, to: 200 });
    expect(zoomRange({ from: 900, to: 1000 }, whole, 2, 1000)).toEqual({ from: 800, to: 1000 });
    expect(zoomRange({ from: 200, to: 900 }, whole, 4, 500)).toBeNull();
    expect(clampRange({ from: 5, to: 5 }, whole)).toEqual({ from: 5, to: 7 });
  });

  it("writes the moments of the part that is shown", () => {
    expect(ticks(1000, 4, 2300).map(({ at }) => at)).toEqual([2500, 3000]);
  });
});
