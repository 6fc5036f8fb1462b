import { expect, it } from "vitest";
import { rendererOf } from "./registry";
import { ScalarAttribute } from "./scalar-attribute";
import { UnsupportedAttribute } from "./unsupported-attribute";

it("draws known types by version, and says so of all others", () => {
  expect(rendererOf({ type: "heddle.scalar", schemaVersion: 1 })).toBe(ScalarAttribute);
  expect(rendererOf({ type: "heddle.scalar", schemaVersion: 2 })).toBe(UnsupportedAttribute);
  expect(rendererOf({ type: "acme.tree", schemaVersion: 1 })).toBe(UnsupportedAttribute);
});
