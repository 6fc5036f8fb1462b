import { piecesOf } from "./highlight";

/** A text with the matched letters in accent. */
export function Highlighted({ text, words }: { text: string; words: readonly string[] }) {
  let at = 0;
  return piecesOf(text, words).map(({ text: piece, hit }) => {
    const key = at;
    at += piece.length;
    return hit ? (
      <mark key={key} className="bg-transparent font-medium text-accent">
        {piece}
      </mark>
    ) : (
      <span key={key}>{piece}</span>
    );
  });
}
