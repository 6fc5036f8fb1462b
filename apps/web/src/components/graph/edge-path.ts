const BEND = { least: 14, most: 46 };

/** SVG path through the points of a laid out edge: straight through boxes' rows, curved between them. */
export function edgePath(points: readonly number[]): string {
  let path = `M${points[0]} ${points[1]}`;
  for (let i = 2; i + 1 < points.length; i += 2) {
    const [x0, y0, x, y] = [points[i - 2] ?? 0, points[i - 1] ?? 0, points[i] ?? 0, points[i + 1] ?? 0];
    const curved = (i / 2) % 2 === 0;
    if (!curved) {
      if (y !== y0) path += `V${y}`;
    } else if (x === x0) {
      path += `V${y}`;
    } else {
      const bend = Math.max(BEND.least, Math.min(BEND.most, (y - y0) / 2));
      path += `C${x0} ${y0 + bend} ${x} ${y - bend} ${x} ${y}`;
    }
  }
  return path;
}
