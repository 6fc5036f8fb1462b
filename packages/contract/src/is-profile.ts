import { LIMITS } from "./limits";

type Members = Record<string, unknown>;

const SHAPES = new Set<unknown>(["scalar", "array", "table", "object", "none"]);
const KINDS = new Set<unknown>(["numeric", "boolean", "categorical", "text", "datetime", "mixed", "empty"]);
const QUANTILES = 64;

/**
 * Whether `profileSchema` would take `value`, which is all that a good profile has to be asked, and a hundred
 * times as fast: profiles are nearly all that is in a batch. What is wrong with a bad one, the schema says.
 */
export function isProfile(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { shape, dataType, rows, columnCount, columns, sampledRows } = value;
  return (
    SHAPES.has(shape) &&
    isText(dataType) &&
    isCountOrNull(rows) &&
    isCount(columnCount) &&
    isCountOrNull(sampledRows) &&
    isArrayOf(columns, LIMITS.columnsPerProfile, isColumn)
  );
}

function isColumn(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { name, kind, dataType, count, missing, distinct, numeric, top, text, time } = value;
  return (
    typeof name === "string" &&
    name.length <= LIMITS.nameLength &&
    KINDS.has(kind) &&
    isText(dataType) &&
    isCount(count) &&
    isCount(missing) &&
    isObject(distinct) &&
    isCount(distinct.count) &&
    typeof distinct.exact === "boolean" &&
    (numeric === undefined || isNumeric(numeric)) &&
    (top === undefined || isArrayOf(top, LIMITS.topValues, isTopValue)) &&
    (text === undefined || isTextSummary(text)) &&
    (time === undefined || isTimeSummary(time))
  );
}

function isNumeric(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { nan, infinite, zeros, negative, min, max, mean, std, quantiles, histogram } = value;
  return (
    isCount(nan) &&
    isCount(infinite) &&
    isCount(zeros) &&
    isCount(negative) &&
    isNumberOrNull(min) &&
    isNumberOrNull(max) &&
    isNumberOrNull(mean) &&
    isNumberOrNull(std) &&
    isObject(quantiles) &&
    isArrayOf(quantiles.p, QUANTILES, isNumber) &&
    isArrayOf(quantiles.values, QUANTILES, isNumber) &&
    isHistogramOrNull(histogram)
  );
}

function isHistogramOrNull(value: unknown): boolean {
  if (value === null) return true;
  if (!isObject(value)) return false;
  const { low, high, counts } = value;
  return (
    isNumber(low) &&
    isNumber(high) &&
    isArrayOf(counts, LIMITS.histogramBins, isCount) &&
    (counts as unknown[]).length > 0
  );
}

function isTopValue(value: unknown): boolean {
  return isObject(value) && isText(value.value) && isCount(value.count);
}

function isTextSummary(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { minLength, maxLength, meanLength, empty } = value;
  return isCount(minLength) && isCount(maxLength) && isNumber(meanLength) && isCount(empty);
}

function isTimeSummary(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { min, max, histogram } = value;
  return (min === null || isText(min)) && (max === null || isText(max)) && isHistogramOrNull(histogram);
}

function isArrayOf(value: unknown, most: number, is: (member: unknown) => boolean): boolean {
  if (!Array.isArray(value) || value.length > most) return false;
  for (let index = 0; index < value.length; index++) {
    if (!is(value[index])) return false;
  }
  return true;
}

export function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isCountOrNull(value: unknown): boolean {
  return value === null || isCount(value);
}

function isNumber(value: unknown): boolean {
  return Number.isFinite(value);
}

function isNumberOrNull(value: unknown): boolean {
  return value === null || Number.isFinite(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.length <= LIMITS.textLength;
}
