import {
  MIN_PASSWORD_LENGTH,
  type Owner,
  ownCharacters,
  weaknessOfPassword,
} from "@heddle/core/password-rules";

export interface Strength {
  /** 0 to 4 parts of the meter. */
  level: 0 | 1 | 2 | 3 | 4;
  words: string;
}

const GOOD = 10;
const STRONG = 16;

/** What to say of a password while it is typed. The server decides by the same rules. */
export function strengthOf(password: string, owner: Owner): Strength {
  if (password === "")
    return { level: 0, words: `At least ${MIN_PASSWORD_LENGTH} characters. A few words are fine.` };
  if (password.length < MIN_PASSWORD_LENGTH) {
    const missing = MIN_PASSWORD_LENGTH - password.length;
    return { level: 1, words: `${missing} more ${missing === 1 ? "character" : "characters"}.` };
  }
  const weakness = weaknessOfPassword(password, owner);
  if (weakness !== null) return { level: 1, words: `Easily guessed. ${weakness}` };
  const own = ownCharacters(password, owner);
  if (own < GOOD) return { level: 2, words: "Fair. Longer is better." };
  return own < STRONG ? { level: 3, words: "Good." } : { level: 4, words: "Strong." };
}
