/** Height of the two lines of words at a level. */
const WORDS = 32;
const GAP = 6;

/**
 * Where the words of two levels begin, from the top: under their lines, and under the usual range where a line
 * lies in it; the upper one above it all where both would meet. Heights are those of the lines.
 */
export function levelTops(
  [before, after]: [number, number],
  band: { top: number; bottom: number } | null,
  height: number,
): [number, number] {
  const within = (line: number) => band !== null && line >= band.top && line <= band.bottom;
  const fit = (top: number) => Math.max(0, Math.min(height - WORDS, top));
  const under = (line: number) => fit((within(line) && band ? band.bottom : line) + GAP);
  const over = (line: number) => fit((within(line) && band ? band.top : line) - WORDS - GAP);
  const [first, second] = [under(before), under(after)];
  if (Math.abs(first - second) >= WORDS) return [first, second];
  return before <= after ? [over(before), second] : [first, over(after)];
}
