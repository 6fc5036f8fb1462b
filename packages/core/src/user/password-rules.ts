import { COMMON_WORDS } from "./common-passwords";

export const MIN_PASSWORD_LENGTH = 10;

/** Longer ones would let a stranger make us hash megabytes. */
export const MAX_PASSWORD_LENGTH = 1024;

/** Fewer characters than these beside common words and series are no password. */
const FEWEST_OWN = 5;

const LEET: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const ROWS = [
  "1234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "yxcvbnm",
  "azertyuiop",
  "qsdfghjklm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
];

export interface Owner {
  email?: string | undefined;
  name?: string | undefined;
}

/**
 * Why others would guess a password soon; null when nothing speaks against it. No rule asks for digits or
 * signs: they make passwords hard to remember and not hard to guess.
 */
export function weaknessOfPassword(password: string, owner: Owner = {}): string | null {
  if (password.length < MIN_PASSWORD_LENGTH) return `It needs at least ${MIN_PASSWORD_LENGTH} characters.`;
  if (password.length > MAX_PASSWORD_LENGTH) return `It can have at most ${MAX_PASSWORD_LENGTH} characters.`;
  const text = password.normalize("NFKC").toLowerCase();
  if (new Set(text).size < 4 || repeats(text)) return "It repeats one pattern.";
  if (left(text, COMMON_WORDS) < FEWEST_OWN) return "It is made of words and sequences that are tried first.";
  if (left(text, ownWords(owner)) < FEWEST_OWN) {
    return "It is little more than your e-mail address or name, which others know.";
  }
  return null;
}

/** How many characters of a password nobody foresees; for a hint, not for a decision. */
export function ownCharacters(password: string, { email = "", name = "" }: Owner = {}): number {
  const words = [...COMMON_WORDS, ...ownWords({ email, name })];
  return left(password.normalize("NFKC").toLowerCase(), words);
}

/** Longer words first, so that the shorter ones in them do not get in their way; years are nobody's own. */
function left(text: string, words: readonly string[]): number {
  const yearless = text.replace(/(?:19|20)\d\d/g, " ");
  const plain = [yearless, Array.from(yearless, (one) => LEET[one] ?? one).join("")];
  const sorted = [...words].sort((a, b) => b.length - a.length);
  return Math.min(
    ...plain.map((version) => {
      const rest = sorted.reduce((so, word) => so.replaceAll(word, " "), version);
      return unforeseen(Array.from(rest.replace(/[\s\p{P}\p{S}]/gu, "")));
    }),
  );
}

/** Characters that do not carry on a series of the alphabet, of digits or of the keyboard. */
function unforeseen(text: string[]): number {
  return text.filter((one, at) => !isSeries(text[at - 2], text[at - 1], one)).length;
}

function isSeries(a: string | undefined, b: string | undefined, c: string): boolean {
  if (a === undefined || b === undefined) return false;
  const [first, second] = [step(a, b), step(b, c)];
  if (Math.abs(first) <= 1 && first === second) return true;
  return ROWS.some((row) => row.includes(a + b + c) || row.includes(c + b + a));
}

function step(a: string, b: string): number {
  return (b.codePointAt(0) ?? 0) - (a.codePointAt(0) ?? 0);
}

/** Whether it is one part over and over, the last time perhaps not to its end. */
function repeats(text: string): boolean {
  for (let period = 1; period <= text.length / 3; period++) {
    if (text.startsWith(text.slice(period))) return true;
  }
  return false;
}

function ownWords({ email = "", name = "" }: Owner): string[] {
  const texts = [email, name].map((text) => text.normalize("NFKC").toLowerCase());
  const words = texts.flatMap((text) => [text, ...text.split(/[\s\p{P}\p{S}]+/u)]);
  return words.filter((word) => word.length >= 3);
}
