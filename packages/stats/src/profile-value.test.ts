import { LIMITS, profileSchema } from "@heddle/contract";
import { describe, expect, it } from "vitest";
import { profileValue } from "./profile-value";

/** Every profile has to be one that the server takes. */
function profile(value: unknown, cells?: number) {
  return profileSchema.parse(JSON.parse(JSON.stringify(profileValue(value, { cells: cells ?? 100_000 }))));
}

const only = (value: unknown) => profile(value).columns[0];

describe("profileValue of single values", () => {
  it.each([
    [3.5, "numeric", "number"],
    [true, "boolean", "boolean"],
    ["north", "categorical", "string"],
    [12n, "numeric", "bigint"],
    [new Date(0), "datetime", "Date"],
  ])("takes %s as a table of one row", (value, kind, dataType) => {
    expect(profile(value)).toMatchObject({ shape: "scalar", dataType, rows: 1, columnCount: 1 });
    expect(only(value)).toMatchObject({ name: "", kind, dataType, count: 1, missing: 0 });
  });

  it.each([
    [null, "null"],
    [undefined, "undefined"],
    [() => 1, "function"],
    [Symbol("x"), "symbol"],
  ])("has nothing to tell of %s", (value, dataType) => {
    expect(profile(value)).toMatchObject({ shape: "none", dataType, rows: null, columns: [] });
  });
});

describe("profileValue of lists", () => {
  it("counts missing and NaN apart, missing among the count", () => {
    expect(only([1, null, undefined, Number.NaN, 4])).toMatchObject({
      kind: "numeric",
      count: 5,
      missing: 2,
      numeric: { nan: 1, min: 1, max: 4 },
      distinct: { count: 3, exact: true },
    });
  });

  it("names a typed array by its type", () => {
    expect(profile(new Float32Array([1, 2]))).toMatchObject({
      shape: "array",
      dataType: "Float32Array",
      rows: 2,
    });
    expect(only(new BigInt64Array([1n, 2n]))).toMatchObject({ kind: "numeric", dataType: "BigInt64Array" });
  });

  it("tells categories from text", () => {
    const days = Array.from({ length: 700 }, (_, index) => ["sun", "rain", "fog"][index % 3]);
    expect(only(days)).toMatchObject({ kind: "categorical", top: [{ value: "sun", count: 234 }, {}, {}] });
    const names = Array.from({ length: 700 }, (_, index) => `customer ${index}`);
    expect(only(names)).toMatchObject({ kind: "text", text: { minLength: 10, maxLength: 12, empty: 0 } });
    expect(only(["a long review ".repeat(20), "another one ".repeat(20)])).toMatchObject({ kind: "text" });
  });

  it("reads dates, also those written as ISO 8601", () => {
    const expected = {
      kind: "datetime",
      time: { min: "2012-01-01T00:00:00.000Z", max: "2012-01-03T00:00:00.000Z" },
    };
    expect(only(["2012-01-03", null, "2012-01-01"])).toMatchObject({
      ...expected,
      dataType: "string",
      missing: 1,
    });
    expect(only([new Date("2012-01-03"), new Date("2012-01-01")])).toMatchObject({
      ...expected,
      dataType: "Date",
    });
    expect(only(["2012-01-03", "never", "2012-01-01"])).toMatchObject({ kind: "categorical" });
    expect(only([new Date(Number.NaN), new Date(0)])).toMatchObject({
      kind: "datetime",
      count: 2,
      missing: 1,
    });
  });

  it("says when values are of several types", () => {
    expect(only([1, "one", true])).toMatchObject({ kind: "mixed", dataType: "number | string | boolean" });
    expect(only([{ a: 1 }, 5])).toMatchObject({ kind: "mixed", distinct: { count: 2, exact: false } });
  });

  it("has an empty column for an empty list, and for one where all is missing", () => {
    expect(profile([])).toMatchObject({ shape: "array", rows: 0, columns: [{ kind: "empty", count: 0 }] });
    expect(only([null, undefined])).toMatchObject({ kind: "empty", count: 2, missing: 2 });
  });

  it("does not claim exact numbers for bigints that a double cannot hold", () => {
    expect(only([2n ** 80n, 2n ** 80n + 1n])).toMatchObject({ kind: "numeric", distinct: { exact: false } });
  });
});

describe("profileValue of tables and objects", () => {
  it("takes the union of the keys of rows, and missing keys as missing", () => {
    const found = profile([{ a: 1, b: "x" }, { b: "y", c: true }, null]);
    expect(found).toMatchObject({ shape: "table", rows: 3, columnCount: 3, sampledRows: null });
    expect(found.columns.map(({ name, kind, missing }) => [name, kind, missing])).toEqual([
      ["a", "numeric", 2],
      ["b", "categorical", 1],
      ["c", "boolean", 2],
    ]);
  });

  it("takes columns of equal length as a table", () => {
    const found = profile({ day: ["mon", "tue"], spend: new Float64Array([1, 2]) });
    expect(found).toMatchObject({ shape: "table", rows: 2, columnCount: 2 });
    expect(profile({ a: [1, 2], b: [1] }).shape).toBe("object");
  });

  it("names the leaves of an object by their paths", () => {
    const found = profile({ model: { rmse: 1.5, weights: [1, 2, 3] }, rows: [{ a: 1 }, { a: 2 }] });
    expect(found).toMatchObject({ shape: "object", rows: null, columnCount: 3 });
    expect(found.columns.map(({ name, count }) => [name, count])).toEqual([
      ["model.rmse", 1],
      ["model.weights", 3],
      ["rows.a", 2],
    ]);
  });

  it("reads matrices, maps and sets", () => {
    expect(
      profile([
        [1, 2],
        [3, 4],
      ]),
    ).toMatchObject({ shape: "table", rows: 2, columnCount: 2 });
    expect(profile(new Map([["a", 1]]))).toMatchObject({
      shape: "table",
      dataType: "Map",
      rows: 1,
      columnCount: 2,
    });
    expect(profile(new Set([1, 2]))).toMatchObject({ shape: "array", dataType: "Set", rows: 2 });
  });

  it("keeps 2,000 columns and tells how many there are", () => {
    const wide = Object.fromEntries(Array.from({ length: 2500 }, (_, index) => [`c${index}`, index]));
    const found = profile([wide, wide]);
    expect(found.columnCount).toBe(2500);
    expect(found.columns).toHaveLength(LIMITS.columnsPerProfile);
  });

  it("samples large values, always the same rows, and says how many", () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => ({ weekday: index % 7, id: index }));
    const found = profile(rows, 10_000);
    expect(found).toMatchObject({ rows: 50_000, sampledRows: 2500 });
    expect(found.columns[1]).toMatchObject({ count: 2500, distinct: { count: 2500, exact: false } });
    expect(profile(rows, 10_000)).toEqual(found);
    const weekdays = found.columns[0]?.numeric;
    expect(weekdays?.mean).toBeGreaterThan(2.8);
    expect(weekdays?.mean).toBeLessThan(3.2);
  });
});
