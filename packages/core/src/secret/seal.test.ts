import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveKey } from "./derive-key";
import { open, seal } from "./seal";

const key = deriveKey("a secret of at least thirty-two characters", "encryption");

describe("seal", () => {
  it("gives text back to the holder of the key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(open(key, seal(key, text))).toBe(text);
      }),
    );
  });

  it("never makes the same bytes twice, nor shows the text in them", () => {
    const text = "https://hooks.slack.com/services/T0/B0/abcdefghijkl";
    const [a, b] = [seal(key, text), seal(key, text)];
    expect(a.equals(b)).toBe(false);
    expect(a.includes("hooks.slack.com")).toBe(false);
  });

  it("refuses every changed byte, shortened bytes and another key", () => {
    const sealed = seal(key, "the address");
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => open(key, changed)).toThrow();
    }
    for (let length = 0; length < sealed.length; length++)
      expect(() => open(key, sealed.subarray(0, length))).toThrow();
    expect(() => open(deriveKey("another secret", "encryption"), sealed)).toThrow();
  });
});

describe("deriveKey", () => {
  it("makes 32 bytes that depend on the secret and on the purpose, and on nothing else", () => {
    const keys = [
      deriveKey("one", "encryption"),
      deriveKey("one", "session"),
      deriveKey("one", "api-key"),
      deriveKey("two", "encryption"),
    ];
    expect(keys.every((bytes) => bytes.length === 32)).toBe(true);
    expect(new Set(keys.map((bytes) => bytes.toString("hex"))).size).toBe(4);
    expect(deriveKey("one", "encryption")).toEqual(keys[0]);
  });

  it("is HKDF-SHA-256, so that stored secrets outlive a rewrite", () => {
    // Computed apart from Node, with Python's hmac: extract with salt "heddle", expand with info "session".
    expect(deriveKey("pinned", "session").toString("hex")).toBe(
      "88bfa20152fd4611f6ce7ed223f8272b7be7c0c9b13c680f28e16a8a285127a7",
    );
  });
});
