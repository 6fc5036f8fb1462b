import { describe, expect, it, vi } from "vitest";
import { withoutRepeats } from "./log";

describe("withoutRepeats", () => {
  it("tells the same error again only after a while, and others at once", () => {
    const tell = vi.fn();
    let now = 0;
    const quiet = withoutRepeats(tell, () => now);
    quiet(new Error("away"));
    quiet(new Error("away"));
    quiet(new Error("other"));
    now = 30_000;
    quiet(new Error("away"));
    expect(tell.mock.calls.map(([error]) => error.message)).toEqual(["away", "other", "away"]);
  });
});
