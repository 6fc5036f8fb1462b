/** What a text can be about besides names. */
export interface Query {
  /** Number of a run: `#1288`, `1288` or `1,288`. */
  number: number | null;
  /** Beginning of an id, a hash or a commit, in small letters: at least four hexadecimal digits. */
  hex: string | null;
}

const LARGEST_NUMBER = 2_147_483_647;
const NUMBER = /^#?\d{1,3}(,\d{3})+$|^#?\d+$/;
const HEX = /^[0-9a-f]{4,64}$/;

export function readQuery(text: string): Query {
  const word = text.trim().toLowerCase();
  const number = NUMBER.test(word) ? Number(word.replace(/[#,]/g, "")) : null;
  const digits = word.replaceAll("-", "");
  return {
    number: number !== null && number <= LARGEST_NUMBER ? number : null,
    hex: HEX.test(digits) ? digits : null,
  };
}

/** The lowest and the highest UUID that begin with these digits; null when there is none. */
export function idRange(hex: string): { low: string; high: string } | null {
  if (hex.length > 32) return null;
  const uuid = (digits: string) => digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { low: uuid(hex.padEnd(32, "0")), high: uuid(hex.padEnd(32, "f")) };
}
