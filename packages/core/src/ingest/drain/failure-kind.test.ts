import { describe, expect, it } from "vitest";
import { failureKind, isCollision } from "./failure-kind";

function coded(code: string): Error {
  return Object.assign(new Error("failed"), { code });
}

describe("failureKind", () => {
  it.each([
    "08006",
    "40P01",
    "42703",
    "53100",
    "53200",
    "53300",
    "57P01",
    "58030",
    "ECONNREFUSED",
    "ETIMEDOUT",
    "EPIPE",
  ])("%s passes by itself", (code) => {
    expect(failureKind(coded(code))).toBe("passing");
  });

  it.each(["Connection terminated unexpectedly", "timeout exceeded when trying to connect"])(
    "so does: %s",
    (text) => {
      expect(failureKind(new Error(text))).toBe("passing");
    },
  );

  it.each(["22003", "22P05", "23514", "54000", "21000"])("%s is the batch's fault", (code) => {
    expect(failureKind(coded(code))).toBe("batch");
  });

  it("takes a defect of ours that one batch brings out for the batch's fault", () => {
    expect(failureKind(new TypeError("cannot read"))).toBe("batch");
  });

  it("tries again what met a partition that was made, filled or dropped meanwhile", () => {
    expect(["23514", "23505", "42P01"].every((code) => isCollision(coded(code)))).toBe(true);
  });

  it("knows a statement that took too long and two transactions in each other's way", () => {
    expect(failureKind(coded("57014"))).toBe("timeout");
    expect(["40P01", "40001", "22003"].map((code) => isCollision(coded(code)))).toEqual([true, true, false]);
  });
});
