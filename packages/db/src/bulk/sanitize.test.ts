import fc from "fast-check";
import { expect, test } from "vitest";
import { sanitizedJson, sanitizeText } from "./sanitize";

test("NUL and lone surrogates are replaced, whole pairs stay", () => {
  expect(sanitizeText("a\0b")).toBe("a\ufffdb");
  expect(sanitizeText("\ud83e\uddf6 \ud83e \uddf6")).toBe("🧶 \ufffd \ufffd");
});

test("JSON is cleaned in keys and values at any depth", () => {
  const value = { "k\0": ["\ud800", { deep: "x\0" }], backslash: "\\u0000" };
  expect(JSON.parse(sanitizedJson(value))).toEqual({
    "k\ufffd": ["\ufffd", { deep: "x\ufffd" }],
    backslash: "\\u0000",
  });
});

test("what JSON has no word for", () => {
  expect(sanitizedJson({ a: Number.NaN, b: Number.POSITIVE_INFINITY, c: undefined })).toBe(
    '{"a":null,"b":null}',
  );
  expect(sanitizedJson({ big: 2n ** 63n })).toBe('{"big":"9223372036854775808"}');
  expect(sanitizedJson(undefined)).toBe("null");
});

test("clean JSON is left as it is", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!/\\u(0000|d[89a-f])/.test(text));
      expect(sanitizedJson(value)).toBe(text);
    }),
  );
});
