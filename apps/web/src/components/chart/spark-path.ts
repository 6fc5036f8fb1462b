export interface Band {
  low: number;
  high: number;
}

interface Box {
  width: number;
  height: number;
}

const MARGIN = 2.5;
/** Room for the dot at the end. */
const END = 5;

/** What a sparkline draws, in pixels; null when there is no value. */
export function sparkPath(values: readonly (number | null)[], band: Band | null, { width, height }: Box) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const all = band ? [...known, band.low, band.high] : known;
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const x = (index: number) =>
    values.length === 1 ? width - END : 1 + (index * (width - END - 1)) / (values.length - 1);
  const y = (value: number) =>
    high === low ? height / 2 : height - MARGIN - ((value - low) / (high - low)) * (height - 2 * MARGIN);

  let line = "";
  let drawing = false;
  let end = { x: 0, y: 0 };
  values.forEach((value, index) => {
    if (value === null) {
      drawing = false;
      return;
    }
    end = { x: x(index), y: y(value) };
    // A value between two gaps is a line of no length, which a round cap makes a dot.
    line += `${drawing ? "L" : "M"}${end.x.toFixed(1)} ${end.y.toFixed(1)}${drawing ? "" : "h0"}`;
    drawing = true;
  });
  return {
    line,
    end,
    band: band && { y: y(band.high), height: Math.max(2, y(band.low) - y(band.high)) },
  };
}
