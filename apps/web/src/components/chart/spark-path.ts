const PAD_Y = 2.5;
const PAD_RIGHT = 5;

interface Box {
  width: number;
  height: number;
}

/** Points of a line through `values` inside a box, with room for the dot at its end. */
export function sparkPoints(values: number[], { width, height }: Box, band?: [number, number]) {
  const all = band ? [...values, ...band] : values;
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const y = (value: number) => height - PAD_Y - ((value - low) / span) * (height - 2 * PAD_Y);
  const step = values.length > 1 ? (width - PAD_RIGHT - 1) / (values.length - 1) : 0;
  const points = values.map((value, index) => ({ x: 1 + index * step, y: y(value) }));
  return { points, band: band ? { top: y(band[1]), bottom: y(band[0]) } : null };
}

/** An SVG path through points. */
export function linePath(points: { x: number; y: number }[]): string {
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;
}
