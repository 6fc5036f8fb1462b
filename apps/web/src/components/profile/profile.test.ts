import type { ColumnProfile, Profile } from "@heddle/contract";
import { describe, expect, it } from "vitest";
import { columnDetails } from "./column-details";
import { distinctWords, endWords, gapWords, middleWords, missingShare } from "./column-words";
import { profileTitle } from "./profile-title";
import { scalarWords } from "./scalar-words";
import { pickColumns } from "./sort-columns";

const base = { dataType: "number", count: 1000, missing: 41, distinct: { count: 900, exact: true } };
const amount: ColumnProfile = {
  ...base,
  name: "amount",
  kind: "numeric",
  numeric: {
    nan: 2,
    infinite: 0,
    zeros: 10,
    negative: 0,
    min: 0,
    max: 4180,
    mean: 83.4189,
    std: 12.5,
    quantiles: { p: [0.05, 0.5, 0.95], values: [9.2, 61.1, 244] },
    histogram: null,
  },
};
const channel: ColumnProfile = {
  ...base,
  name: "channel",
  kind: "categorical",
  count: 100,
  missing: 0,
  distinct: { count: 3, exact: true },
  top: [
    { value: "search", count: 41 },
    { value: "", count: 22 },
    { value: "email", count: 18 },
  ],
};
const ordered: ColumnProfile = {
  ...base,
  name: "ordered_at",
  kind: "datetime",
  distinct: { count: 77, exact: false },
  time: { min: "2026-10-26T00:00:12.000Z", max: "2026-11-23T06:58:00.000Z", histogram: null },
};
const note: ColumnProfile = {
  ...base,
  name: "note",
  kind: "text",
  text: { minLength: 0, maxLength: 1204, meanLength: 42.1, empty: 3 },
};

describe("words of a column", () => {
  it("say the middle and the ends of numbers", () => {
    expect(middleWords(amount)).toBe("mean 83.42, p50 61.1");
    expect(endWords(amount)).toBe("p05 9.2, p95 244, max 4,180");
  });

  it("name the most frequent values, with the empty one as such", () => {
    expect(middleWords(channel)).toBe("3 values");
    expect(endWords(channel)).toBe("search 41.0 %, empty 22.0 %, email 18.0 %");
  });

  it("give the range of times, to the minute inside one day", () => {
    expect(middleWords(ordered)).toBe("2026-10-26 to 2026-11-23");
    const oneDay = { min: "2026-11-23T05:00:00.000Z", max: "2026-11-23T06:58:00.000Z", histogram: null };
    expect(middleWords({ ...ordered, time: oneDay })).toBe("2026-11-23 05:00 to 06:58");
    expect(distinctWords(ordered)).toBe("about 77 distinct");
  });

  it("measure text, and say when there is nothing", () => {
    expect(middleWords(note)).toBe("42.1 characters on average");
    expect(endWords(note)).toBe("900 distinct, 0 to 1,204 characters, 3 empty");
    expect(middleWords({ ...base, name: "x", kind: "empty" })).toBe("no value");
    expect(missingShare({ ...base, name: "x", kind: "empty", count: 0, missing: 0 })).toBe(0);
  });
});

describe("what is not an ordinary value", () => {
  it("is said however little it is", () => {
    expect(gapWords(amount)).toEqual(["41 missing, 4.1 %", "2 NaN"]);
    const numeric = amount.numeric && { ...amount.numeric, nan: 0, infinite: 1 };
    expect(gapWords({ ...amount, count: 10_000, missing: 3, numeric })).toEqual([
      "3 missing, < 0.1 %",
      "1 infinite",
    ]);
  });

  it("is not spoken of where there is none", () => {
    expect(gapWords(channel)).toEqual([]);
  });
});

describe("details of a column", () => {
  it("hold every figure, and none that does not occur", () => {
    const details = new Map(columnDetails(amount));
    expect(details.get("missing")).toBe("41, 4.1 %");
    expect(details.get("p50")).toBe("61.1");
    expect(details.get("zeros")).toBe("10, 1.0 %");
    expect(details.has("negative")).toBe(false);
    expect(details.has("infinite")).toBe(false);
  });
});

describe("columns", () => {
  const columns = [amount, channel, ordered, note];
  const names = (...args: [string, Parameters<typeof pickColumns>[2]]) =>
    pickColumns(columns, ...args).map(({ name }) => name);

  it("are found by a part of their name, in the order asked for", () => {
    expect(names("", "given")).toEqual(["amount", "channel", "ordered_at", "note"]);
    expect(names("", "name")).toEqual(["amount", "channel", "note", "ordered_at"]);
    expect(names("", "missing").at(-1)).toBe("channel");
    expect(names("", "distinct").at(-1)).toBe("channel");
    expect(names("NO", "given")).toEqual(["note"]);
  });
});

describe("scalarWords", () => {
  const scalar = (column: ColumnProfile): Profile => ({
    shape: "scalar",
    dataType: "",
    rows: null,
    columnCount: 1,
    columns: [column],
    sampledRows: null,
  });

  it("tells the value, where the profile holds it", () => {
    expect(scalarWords(scalar(amount))).toBe("83.42");
    expect(scalarWords(scalar(channel))).toBe("search");
    expect(scalarWords(scalar(ordered))).toBe("2026-10-26T00:00:12.000Z");
    expect(scalarWords(scalar(note))).toBeNull();
    expect(scalarWords({ ...scalar(amount), shape: "array" })).toBeNull();
  });
});

describe("title of a profile", () => {
  const title = (more: Partial<Profile>) =>
    profileTitle({
      shape: "table",
      dataType: "",
      rows: null,
      columnCount: 1,
      columns: [],
      sampledRows: null,
      ...more,
    });

  it("says the shape in words", () => {
    expect(title({ rows: 200_341, columnCount: 12 })).toBe("200,341 rows, 12 columns");
    expect(title({ rows: 1 })).toBe("1 row, 1 column");
    expect(title({ shape: "array", rows: 9 })).toBe("9 values");
    expect(title({ shape: "scalar" })).toBe("One value");
    expect(title({ shape: "none", dataType: "undefined" })).toBe("No output");
    expect(title({ shape: "none", dataType: "null" })).toBe("No output");
    expect(title({ shape: "none", dataType: "function" })).toBe("One value");
  });
});
