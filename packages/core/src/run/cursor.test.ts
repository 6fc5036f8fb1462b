import fc from "fast-check";
import { expect, test } from "vitest";
import { DomainError } from "../error/domain-error";
import { decodeCursor, encodeCursor } from "./cursor";

const text = fc.string({ unit: "grapheme" }).filter((part) => !part.includes("\0"));

test("a cursor leads back to its place", () => {
  fc.assert(
    fc.property(fc.array(text), (place) => {
      expect(decodeCursor(encodeCursor(place), () => true)).toEqual(place);
    }),
  );
});

test("anything else is refused in words, never with a defect", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((json) => Buffer.from(json).toString("base64url")),
      ),
      (cursor) => {
        try {
          for (const part of decodeCursor(cursor, () => true)) expect(typeof part).toBe("string");
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      },
    ),
  );
  expect(() => decodeCursor(encodeCursor(["a\0"]), () => true)).toThrow(DomainError);
  expect(() => decodeCursor(encodeCursor(["a"]), () => false)).toThrow(DomainError);
});
