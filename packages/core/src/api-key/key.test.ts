import { expect, test } from "vitest";
import { hashKey, keyPrefix, looksLikeKey, makeKey } from "./key";

test("keys have 256 random bits behind a beginning that scanners know", () => {
  const keys = new Set(Array.from({ length: 100 }, makeKey));
  expect(keys.size).toBe(100);
  for (const key of keys) {
    expect(looksLikeKey(key)).toBe(true);
    expect(Buffer.from(key.slice(4), "base64url")).toHaveLength(32);
    expect(keyPrefix(key)).toBe(key.slice(0, 12));
  }
});

test("the hash is HMAC-SHA-256 under the instance's key", () => {
  // Test case 2 of RFC 4231.
  const hash = hashKey(Buffer.from("Jefe"), "what do ya want for nothing?");
  expect(hash.toString("hex")).toBe("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
});

test.each(["", "hdl_", `hdl_${"a".repeat(42)}`, `hdl_${"a".repeat(44)}`, `hdx_${"a".repeat(43)}`])(
  "%j is not a key",
  (text) => expect(looksLikeKey(text)).toBe(false),
);
