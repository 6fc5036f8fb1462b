import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type JsonValue } from "./json";

const jsonValue = fc.jsonValue({ noUnicodeString: false }).map((value) => value as JsonValue);

function shuffledKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(shuffledKeys);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffledKeys(member)]),
  );
}

describe("canonicalJson", () => {
  it("reads back as the same value", () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(canonicalJson(shuffledKeys(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it("orders keys by code unit and keeps the order of arrays", () => {
    expect(canonicalJson({ b: [2, 1], a: null, B: "x" })).toBe('{"B":"x","a":null,"b":[2,1]}');
  });
});
