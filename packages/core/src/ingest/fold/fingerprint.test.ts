import type { ErrorReport } from "@heddle/contract";
import { describe, expect, it } from "vitest";
import { fingerprintOf } from "./fingerprint";

const frame = { function: "merge", file: "/home/ada/app/src/merge.ts", line: 10, column: 2, own: true };
const error: ErrorReport = {
  type: "MergeError",
  message: "2 rows of 'ada'",
  stack: "",
  frames: [frame],
  causes: [],
};

describe("fingerprintOf", () => {
  it("is the same for the same place in another checkout, at another line, with another message", () => {
    const moved = { ...frame, file: "/srv/deploy/src/merge.ts", line: 99 };
    const again = { ...error, message: "5 rows of 'eve'", frames: [moved] };
    expect(fingerprintOf(again)).toBe(fingerprintOf(error));
  });

  it("looks at the message where there are no frames, but not at numbers and quoted parts", () => {
    const bare = { ...error, frames: [] };
    expect(fingerprintOf({ ...bare, message: "17 rows of 'eve'" })).toBe(fingerprintOf(bare));
    expect(fingerprintOf({ ...bare, message: "no rows" })).not.toBe(fingerprintOf(bare));
  });

  it.each([
    ["class", { ...error, type: "TypeError" }],
    ["function", { ...error, frames: [{ ...frame, function: "join" }] }],
  ])("differs by %s", (_what, other) => {
    expect(fingerprintOf(other)).not.toBe(fingerprintOf(error));
  });
});
