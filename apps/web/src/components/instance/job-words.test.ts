import { expect, test } from "vitest";
import { rulesInWords } from "./job-words";

test.each([
  [
    { attempts: 5, backoffMs: 500, timeoutMs: 60_000 },
    "Up to 5 times, 0.5 s, 1.0 s, 2.0 s, 4.0 s apart; each may take 1 m 00 s",
  ],
  [
    { attempts: 10, backoffMs: 1000, timeoutMs: 25_000 },
    "Up to 10 times, 1.0 s, 2.0 s, 4.0 s … 4 m 16 s apart; each may take 25.0 s",
  ],
])("%j: %s", (rules, words) => expect(rulesInWords(rules)).toBe(words));
