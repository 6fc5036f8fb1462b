import fc from "fast-check";
import { expect, test } from "vitest";
import { sanitizeText } from "./bulk/sanitize";
import { nameKey } from "./name-key";

const bytes = (text: string) => Buffer.byteLength(text);
const anyName = fc.oneof(
  fc.string({ unit: "binary", maxLength: 600 }),
  fc.string({ unit: "binary", minLength: 400, maxLength: 3000 }),
  fc
    .array(fc.constantFrom("a", "é", "漢", "🧶", "\0", "\ud800", "\udfff"), { maxLength: 700 })
    .map((parts) => parts.join("")),
);

test("a name of at most 500 bytes is its own key", () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const { key, long } = nameKey(name);
      expect(long).toBe(bytes(sanitizeText(name)) > 500);
      if (!long) expect(key).toBe(sanitizeText(name));
    }),
  );
});

test("a long name's key is bounded, well-formed, begins like the name and is no short name's key", () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const { key, long } = nameKey(name);
      fc.pre(long);
      expect(bytes(key)).toBeGreaterThan(500);
      expect(bytes(key)).toBeLessThanOrEqual(565);
      expect(sanitizeText(key)).toBe(key);
      expect(sanitizeText(name).startsWith(key.slice(0, -65))).toBe(true);
      expect(nameKey(key).key).not.toBe(key);
    }),
  );
});

test("different names have different keys", () => {
  const shared = fc.constantFrom("", "x".repeat(499), "é".repeat(250), "漢".repeat(400));
  fc.assert(
    fc.property(shared, anyName, anyName, (start, one, other) => {
      const [a, b] = [sanitizeText(start + one), sanitizeText(start + other)];
      expect(nameKey(a).key === nameKey(b).key).toBe(a === b);
    }),
  );
});

test("exactly 500 bytes are short, 501 are long", () => {
  expect(nameKey("a".repeat(500)).long).toBe(false);
  expect(nameKey("a".repeat(501)).long).toBe(true);
  expect(nameKey("é".repeat(250)).long).toBe(false);
  expect(nameKey(`a${"é".repeat(250)}`).key).toMatch(/^aé{249}~[0-9a-f]{64}$/);
});
