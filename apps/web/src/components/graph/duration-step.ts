const STEPS = 7;

/** Step 1 to 7 of the sequential scale; durations differ by powers, so the scale is one of powers. */
export function durationStep(milliseconds: number, longest: number): number {
  if (longest <= 1) return 1;
  const share = Math.log1p(milliseconds) / Math.log1p(longest);
  return Math.max(1, Math.min(STEPS, Math.ceil(share * STEPS)));
}
