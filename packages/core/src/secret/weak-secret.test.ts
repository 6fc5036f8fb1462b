import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { weaknessOfSecret } from "./weak-secret";

test.each([
  ["", "0 characters"],
  ["Zk3v9QmB2xR7tLp0", "16 characters"],
  ["Zk3v9QmB2xR7tLp0aW5sYd8uGh1nCf4", "31 characters"],
  ["a".repeat(64), "1 different"],
  ["abcabcabdabdabcabcabdabdccbbaabbdd", "4 different"],
  ["Zk3v9QmB2xR7tLp0".repeat(3), "repeats"],
  ["correct-horse-correct-horse-correct-ho", "repeats"],
  ["changeme-Zk3v9QmB2xR7tLp0aW5sYd8u", "everybody tries"],
  ["Change_Me-Zk3v9QmB2xR7tLp0aW5sYd8u", "everybody tries"],
  ["a secret of at least thirty-two characters", "everybody tries"],
  ["heddle.example.org/Zk3v9QmB2xR7tLp0", "everybody tries"],
  ["MyPassWord!MyPassW0rd?MyPassWord.1", "everybody tries"],
  ["$(openssl rand -base64 32) Zk3v9QmB2x", "everybody tries"],
  ["abcdefghijklmnopqrstuvwxyz0123456789", "easily guessed"],
  ["0123456789abcdef0123456789abcdefg", "easily guessed"],
  ["ZYXWVUTSRQPONMLKJIHGFEDCBA9876543210", "easily guessed"],
])("%j is weak: %s", (secret, why) => {
  const weakness = weaknessOfSecret(secret);
  expect(weakness).toContain(why);
  // Whoever reads the log must not learn any of it.
  for (let at = 0; at + 8 <= secret.length; at++) {
    const part = secret.slice(at, at + 8).toLowerCase();
    if (part !== "changeme" && part !== "password") expect(weakness?.toLowerCase()).not.toContain(part);
  }
});

test.each([
  ["base64", 32],
  ["base64url", 24],
  ["hex", 16],
  ["hex", 32],
] as const)("what a generator makes is good: %s of %i bytes", (encoding, bytes) => {
  for (let i = 0; i < 5000; i++) {
    const secret = randomBytes(bytes).toString(encoding);
    expect(weaknessOfSecret(secret), secret).toBeNull();
  }
});
