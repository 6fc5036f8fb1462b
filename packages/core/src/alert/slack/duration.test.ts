import { expect, it } from "vitest";
import { duration } from "./duration";

it.each([
  [0, "0 ms"],
  [17, "17 ms"],
  [999.4, "999 ms"],
  [999.6, "1.0 s"],
  [1000, "1.0 s"],
  [41_800, "41.8 s"],
  [59_940, "59.9 s"],
  [59_960, "1 m 0 s"],
  [218_000, "3 m 38 s"],
  [3_599_600, "1 h 0 m"],
  [6_720_000, "1 h 52 m"],
  [-5, "0 ms"],
])("%d ms is %s", (ms, text) => expect(duration(ms)).toBe(text));
