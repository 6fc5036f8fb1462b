import { expect, test } from "vitest";
import { strengthOf } from "./password-strength";

const owner = { email: "ada@example.org", name: "Ada Lovelace" };

test.each([
  ["", 0, "At least 10"],
  ["turnips", 1, "3 more characters."],
  ["turnips i", 1, "1 more character."],
  ["password123", 1, "Easily guessed"],
  ["ada lovelace", 1, "Easily guessed"],
  ["turnips123", 2, "Fair"],
  ["turnips in pans", 3, "Good"],
  ["turnips in copper pans", 4, "Strong"],
])("%j is at %i of 4: %s", (password, level, words) => {
  const strength = strengthOf(password, owner);
  expect(strength.level).toBe(level);
  expect(strength.words).toContain(words);
});
