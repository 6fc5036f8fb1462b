const SHORTEST = 32;
const FEWEST_DIFFERENT = 8;
const FEWEST_BITS = 64;

/** Long enough that none of them comes up in random text by chance. */
const WELL_KNOWN =
  /change.?me|change.?this|replace.?me|secret|password|passphrase|example|placeholder|insecure|default|qwerty|letmein|not.?safe|your.?key|openssl.?rand/i;

/** How to make a good one, for whoever is told that theirs is weak. */
export const SECRET_REMEDY = "make one with `openssl rand -base64 32`";

/** Why a secret could be guessed, without repeating any of it; null when nothing speaks against it. */
export function weaknessOfSecret(secret: string): string | null {
  const different = new Set(secret).size;
  if (secret.length < SHORTEST) return `has ${secret.length} characters, and ${SHORTEST} are the least`;
  if (different < FEWEST_DIFFERENT) return `has only ${different} different characters`;
  if (repeats(secret)) return "repeats one pattern";
  if (WELL_KNOWN.test(secret)) return "contains a word that everybody tries, such as changeme or password";
  if (bits(secret) < FEWEST_BITS) return "is a series that is easily guessed";
  return null;
}

/** Whether it is one part over and over, the last time perhaps not to its end. */
function repeats(secret: string): boolean {
  for (let period = 1; period <= secret.length / 2; period++) {
    if (secret.startsWith(secret.slice(period))) return true;
  }
  return false;
}

/** An upper estimate: how evenly the characters are spread, times those that do not carry on a series. */
function bits(secret: string): number {
  const counts = new Map<string, number>();
  for (const character of secret) counts.set(character, (counts.get(character) ?? 0) + 1);
  let each = 0;
  for (const count of counts.values()) each -= (count / secret.length) * Math.log2(count / secret.length);
  return each * unforeseen(secret);
}

/** Characters less those that go on as the two before them did: 1234, zyx, aaaa. */
function unforeseen(secret: string): number {
  const codes = Array.from(secret, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
  const foreseen = steps.filter((step, at) => at > 0 && Math.abs(step) <= 1 && step === steps[at - 1]);
  return codes.length - foreseen.length;
}
