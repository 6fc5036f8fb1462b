import type { ColumnProfile } from "@heddle/contract";
import { MiniHistogram } from "../chart/mini-histogram";
import { TopValuesBars } from "../chart/top-values-bars";
import { endWords, middleWords } from "./column-words";

/** Distribution of a column in the size of a word; nothing where there is none. */
export function ColumnPicture({ column, width = 96 }: { column: ColumnProfile; width?: number }) {
  const { numeric, time, top } = column;
  const histogram = numeric?.histogram ?? time?.histogram;
  const label = `Distribution of ${column.name || "the value"}: ${middleWords(column)}, ${endWords(column)}`;
  if (histogram && histogram.counts.length > 1) {
    const span = histogram.high - histogram.low;
    const mean = numeric?.mean != null && span > 0 ? (numeric.mean - histogram.low) / span : null;
    return (
      <MiniHistogram
        counts={histogram.counts}
        mean={mean !== null && mean >= 0 && mean <= 1 ? mean : null}
        label={label}
        width={width}
      />
    );
  }
  if (top && top.length > 0) {
    return <TopValuesBars counts={top.map(({ count }) => count)} label={label} width={width} />;
  }
  return null;
}
