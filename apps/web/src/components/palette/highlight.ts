/** A piece of a text, and whether a word of the search is in it. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** Splits a text where words of a search are found in it, whatever their case. */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const wanted = words.filter(Boolean).sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return text === "" ? [] : [{ text, hit: false }];
  const pattern = wanted.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  return text
    .split(new RegExp(`(${pattern})`, "giu"))
    .map((piece, index) => ({ text: piece, hit: index % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}
