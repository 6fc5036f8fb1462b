import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createUuidV7, isUuidV7, uuidV7Time } from "./uuid";

describe("createUuidV7", () => {
  it("makes a version 7 that carries its time", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (time) => {
        const id = createUuidV7(time);
        expect(isUuidV7(id)).toBe(true);
        expect(uuidV7Time(id)).toBe(time);
      }),
    );
  });

  it("sorts by time", () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 48 - 1 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(times, ([a = 0, b = 0]) => {
        expect(createUuidV7(a) < createUuidV7(b)).toBe(a < b);
      }),
    );
  });

  it("does not repeat", () => {
    expect(new Set(Array.from({ length: 10_000 }, () => createUuidV7(0))).size).toBe(10_000);
  });
});

describe("isUuidV7", () => {
  it.each([
    "",
    "018f3c5e-8a2b-4c3d-9e4f-5a6b7c8d9e0f",
    "018F3C5E-8A2B-7C3D-9E4F-5A6B7C8D9E0F",
    "018f3c5e-8a2b-7c3d-ce4f-5a6b7c8d9e0f",
    "018f3c5e8a2b7c3d9e4f5a6b7c8d9e0f",
  ])("refuses %j", (text) => {
    expect(isUuidV7(text)).toBe(false);
  });
});
