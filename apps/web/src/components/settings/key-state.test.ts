import { expect, test } from "vitest";
import { keyState } from "./key-state";

const now = Date.parse("2026-11-23T12:00:00Z");
const at = (days: number) => new Date(now + days * 86_400_000).toISOString();

test.each([
  [null, null, "active"],
  [at(15), null, "active"],
  [at(14), null, "ending"],
  [at(0.001), null, "ending"],
  [at(0), null, "expired"],
  [at(-1), null, "expired"],
  [at(-1), at(-2), "revoked"],
  [null, at(-2), "revoked"],
])("a key that ends at %s and was revoked at %s", (expiresAt, revokedAt, state) => {
  expect(keyState({ expiresAt, revokedAt }, now)).toBe(state);
});
