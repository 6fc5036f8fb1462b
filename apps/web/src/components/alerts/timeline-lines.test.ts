import type { FailureEvent } from "@heddle/core";
import { expect, test } from "vitest";
import { timelineLines } from "./timeline-lines";

const run = (number: number) => ({ id: `r${number}`, number, startedAt: "" });
const failed = (number: number): FailureEvent => ({ kind: "failed", at: `t${number}`, run: run(number) });
const recovered: FailureEvent = { kind: "recovered", at: "t", run: run(9) };

test("runs without anything between them share a line, the first has its own", () => {
  const lines = timelineLines([failed(8), failed(7), recovered, failed(6), failed(5), failed(4)], "r4");
  expect(lines).toEqual([
    { kind: "failed", at: "t8", runs: [run(8), run(7)], first: false },
    recovered,
    { kind: "failed", at: "t6", runs: [run(6), run(5)], first: false },
    { kind: "failed", at: "t4", runs: [run(4)], first: true },
  ]);
  expect(timelineLines([], "r1")).toEqual([]);
});
