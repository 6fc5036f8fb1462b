import { describe, expect, it } from "vitest";
import { createKeySequence } from "./key-sequence";

const BINDINGS = ["j", "?", "g r", "g g s"];

function typing(keys: string[], pause = 10) {
  let time = 5000;
  const sequence = createKeySequence(() => time);
  return keys.map((key) => {
    time += pause;
    return sequence.press(key, BINDINGS);
  });
}

describe("createKeySequence", () => {
  it("answers single keys and sequences", () => {
    expect(typing(["j", "g", "r", "j"])).toEqual(["j", null, "g r", "j"]);
  });

  it("does not take the end of a sequence for a key of its own", () => {
    expect(typing(["r"])).toEqual([null]);
  });

  it("begins anew after a dead end, with the key that ended it", () => {
    expect(typing(["g", "j"])).toEqual([null, "j"]);
    expect(typing(["g", "g", "r"])).toEqual([null, null, "g r"]);
    expect(typing(["g", "x", "r"])).toEqual([null, null, null]);
  });

  it("forgets the beginning after a pause", () => {
    expect(typing(["g", "r"], 1001)).toEqual([null, null]);
    expect(typing(["g", "r"], 1000)).toEqual([null, "g r"]);
  });
});
