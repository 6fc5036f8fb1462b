import { describe, expect, it } from "vitest";
import { toJson, toTags } from "./to-json";

const UNREADABLE = {
  get broken(): never {
    throw new Error("no");
  },
};

describe("toJson", () => {
  it.each<[string, unknown, unknown]>([
    ["nothing", undefined, null],
    ["numbers that JSON does not have", [Number.NaN, Number.POSITIVE_INFINITY], ["NaN", "Infinity"]],
    ["big integers", 2n ** 70n, "1180591620717411303424"],
    [
      "dates",
      { at: new Date(0), bad: new Date(Number.NaN) },
      { at: "1970-01-01T00:00:00.000Z", bad: "Invalid Date" },
    ],
    [
      "bytes, by their number",
      { key: Buffer.alloc(3), view: new Float64Array(2) },
      { key: "[Buffer, 3 bytes]", view: "[Float64Array, 16 bytes]" },
    ],
    ["members that cannot be read", UNREADABLE, "[unreadable]"],
    [
      "secrets, by name and by form",
      { password: "x", note: "is sk_live_abcdefghijklmnop" },
      { password: "[masked]", note: "is [masked]" },
    ],
  ])("writes %s", (_, value, expected) => {
    expect(toJson(value)).toEqual(expected);
  });

  it("ends at a depth and a number of members", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    expect(JSON.stringify(toJson(cyclic))).toMatch(/"\[object\]"\}*$/);
    expect(toJson(Array.from({ length: 501 }, (_, index) => index))).toHaveLength(500);
  });
});

describe("toTags", () => {
  it("makes texts of everything that has a name", () => {
    expect(toTags({ team: "growth", n: 3, list: [1], none: undefined, "": "x" })).toEqual({
      team: "growth",
      n: "3",
      list: "[1]",
    });
  });
});
