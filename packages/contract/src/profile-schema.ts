import { z } from "zod";
import { LIMITS } from "./limits";
import { count, text } from "./primitives";
import type { ColumnProfile, Histogram, NumericSummary, Profile } from "./profile";

const figure = z.number().nullable();

const histogram = z.object({
  low: z.number(),
  high: z.number(),
  counts: z.array(count).min(1).max(LIMITS.histogramBins),
}) satisfies z.ZodType<Histogram>;

const numeric = z.object({
  nan: count,
  infinite: count,
  zeros: count,
  negative: count,
  min: figure,
  max: figure,
  mean: figure,
  std: figure,
  quantiles: z.object({ p: z.array(z.number()).max(64), values: z.array(z.number()).max(64) }),
  histogram: histogram.nullable(),
}) satisfies z.ZodType<NumericSummary>;

const columnProfileSchema = z
  .object({
    name: z.string().max(LIMITS.nameLength),
    kind: z.enum(["numeric", "boolean", "categorical", "text", "datetime", "mixed", "empty"]),
    dataType: text,
    count,
    missing: count,
    distinct: z.object({ count, exact: z.boolean() }),
    numeric: numeric.optional(),
    top: z
      .array(z.object({ value: text, count }))
      .max(LIMITS.topValues)
      .optional(),
    text: z.object({ minLength: count, maxLength: count, meanLength: z.number(), empty: count }).optional(),
    time: z
      .object({ min: text.nullable(), max: text.nullable(), histogram: histogram.nullable() })
      .optional(),
  })
  .meta({ id: "ColumnProfile" }) satisfies z.ZodType<ColumnProfile>;

export const profileSchema = z
  .object({
    shape: z.enum(["scalar", "array", "table", "object", "none"]),
    dataType: text,
    rows: count.nullable(),
    columnCount: count,
    columns: z.array(columnProfileSchema).max(LIMITS.columnsPerProfile),
    sampledRows: count.nullable(),
  })
  .meta({ id: "Profile" }) satisfies z.ZodType<Profile>;
