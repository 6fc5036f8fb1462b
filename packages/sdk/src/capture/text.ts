import { LIMITS } from "@heddle/contract";

const CUT = " [cut]";
const ORDINARY = /^[\t\n -~]*$/;

/** `text` as the server takes it: in its length, and without what a database cannot store as text. */
export function fit(text: string, length: number = LIMITS.textLength): string {
  const cut = text.length > length ? `${text.slice(0, length - CUT.length)}${CUT}` : text;
  return ORDINARY.test(cut) ? cut : cut.replaceAll("\u0000", "\uFFFD").replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** A name as the server takes it; never empty. */
export function fitName(text: string): string {
  return text === "" ? "(no name)" : fit(text, LIMITS.nameLength);
}
