import fc from "fast-check";
import { expect, test } from "vitest";
import { piecesOf } from "./highlight";

test.each([
  ["avg_3wk_spend", ["spend"], ["avg_3wk_", "*spend"]],
  ["Spend_per_SPEND", ["spend"], ["*Spend", "_per_", "*SPEND"]],
  ["spend_usd", ["sp", "spend"], ["*spend", "_usd"]],
  ["a.b", ["."], ["a", "*.", "b"]],
  ["spend", [], ["spend"]],
  ["spend", ["x"], ["spend"]],
])("%s with %j", (text, words, pieces) => {
  expect(piecesOf(text, words).map(({ text, hit }) => (hit ? `*${text}` : text))).toEqual(pieces);
});

test("no letter is lost, and every hit is one of the words", () => {
  const words = fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.string(), words, (text, wanted) => {
      const pieces = piecesOf(text, wanted);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      const small = wanted.map((word) => word.toLowerCase());
      for (const { text: piece, hit } of pieces)
        expect(hit && !small.includes(piece.toLowerCase())).toBe(false);
    }),
  );
});
