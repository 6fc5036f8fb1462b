import { describe, expect, it, vi } from "vitest";
import { describeError, withoutRepeats } from "./log";

describe("describeError", () => {
  it("leaves out what a database error says about rows", () => {
    const error = Object.assign(new Error("duplicate key"), {
      code: "23505",
      detail: "Key (email)=(ada@example.org)",
    });
    expect(describeError(error)).toMatchObject({ type: "Error", message: "duplicate key", code: "23505" });
    expect(JSON.stringify(describeError(error))).not.toContain("ada@");
  });
});

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
