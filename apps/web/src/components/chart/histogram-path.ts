interface Box {
  width: number;
  height: number;
}

/** Outline of equal bins as one stepped path, closed along the base line. `most` is the count at the top. */
export function histogramPath(
  counts: number[],
  { width, height }: Box,
  most = Math.max(...counts, 1),
): string {
  const bin = width / counts.length;
  const base = height - 0.5;
  const steps = counts.map((count, index) => {
    const top = base - (count / most) * (height - 3);
    return `V${top.toFixed(1)}H${((index + 1) * bin).toFixed(1)}`;
  });
  return `M0 ${base}${steps.join("")}V${base}Z`;
}
