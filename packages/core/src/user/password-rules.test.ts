import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { ownCharacters, weaknessOfPassword } from "./password-rules";

const ADA = { email: "ada.lovelace@example.org", name: "Ada Lovelace" };

test.each([
  ["", "at least 10"],
  ["Zk3v9QmB2", "at least 10"],
  ["z".repeat(1025), "at most"],
  ["aaaaaaaaaaaa", "repeats"],
  ["abcabcabcabc", "repeats"],
  ["Xk7!Xk7!Xk7!", "repeats"],
  ["password123", "tried first"],
  ["P@ssw0rd2024!", "tried first"],
  ["Passwort1234", "tried first"],
  ["1234567890", "tried first"],
  ["0987654321abc", "tried first"],
  ["qwertyuiop", "tried first"],
  ["1qaz2wsx3edc", "tried first"],
  ["asdfghjkl123", "tried first"],
  ["iloveyou2023", "tried first"],
  ["Summer2026!!", "tried first"],
  ["LetMeIn!2024", "tried first"],
  ["administrator1", "tried first"],
  ["qwerty123456", "tried first"],
  ["monkeydragon", "tried first"],
  ["ada.lovelace", "e-mail address or name"],
  ["AdaLovelace1", "e-mail address or name"],
  ["ada.lovelace@example.org", "e-mail address or name"],
  ["l0velace!ada lovelace", "e-mail address or name"],
])("%j is weak: %s", (password, why) => {
  expect(weaknessOfPassword(password, ADA)).toContain(why);
});

test.each([
  "correct horse battery",
  "summer rain on old copper",
  "dragons eat turnips",
  "ada likes turnips too",
  "Mein Hund frisst Schuhe",
  "正しい馬電池ホッチキス留め",
  "zażółć gęślą jaźń",
  "a b c d e f z q x w 9 8 2",
])("%j is good: no digits, signs or capitals are asked for", (password) => {
  expect(weaknessOfPassword(password, ADA)).toBeNull();
});

test.each([9, 12, 18])("what a generator makes of %i bytes is good", (bytes) => {
  for (let i = 0; i < 3000; i++) {
    const password = randomBytes(bytes).toString("base64url");
    expect(weaknessOfPassword(password, ADA), password).toBeNull();
  }
});

test("a short name forbids no password that merely has it inside", () => {
  expect(weaknessOfPassword("copper turnips an", { email: "an@example.org", name: "An" })).toBeNull();
});

test("more of one's own makes a password stronger, words that all know do not", () => {
  expect(ownCharacters("turnips in copper pans")).toBeGreaterThan(ownCharacters("turnips in c"));
  expect(ownCharacters("turnipspasswordpassword")).toBe(ownCharacters("turnips"));
});
