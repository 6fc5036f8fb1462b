import { describe, expect, it } from "vitest";
import { diffValues } from "./value-changes";

describe("diffValues", () => {
  it("finds what differs however deep, and counts what does not", () => {
    const before = { region: "eu", model: { depth: 3, windows: [1, 2] }, gone: true };
    const after = { region: "eu", model: { depth: 4, windows: [1, 3] }, fresh: null };
    expect(diffValues(before, after)).toEqual({
      changes: [
        { path: "fresh", before: null, after: "null" },
        { path: "gone", before: "true", after: null },
        { path: "model.depth", before: "3", after: "4" },
        { path: "model.windows[1]", before: "2", after: "3" },
      ],
      more: 0,
      same: 2,
    });
  });

  it.each([
    ["order of keys", { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, []],
    ["an emptied list", { a: [1] }, { a: [] }, ["a", "a[0]"]],
    ["a value that became an object", { a: 1 }, { a: { b: 1 } }, ["a", "a.b"]],
    ["1 and the text 1", { a: 1 }, { a: "1" }, ["a"]],
    ["names with dots and spaces", { "a.b": 1 }, { "a.b": 2, "": 1 }, ['[""]', '["a.b"]']],
  ])("compares %s", (_, before, after, paths) => {
    expect(diffValues(before, after).changes.map(({ path }) => path)).toEqual(paths);
  });

  it("masks secrets by name, also below it, and by shape, and still says that they differ", () => {
    const before = {
      db: { password: "one" },
      tokens: "1",
      auth: { a: "x" },
      url: "postgres://u:secret@h/db",
    };
    const after = { db: { password: "two" }, tokens: "1", auth: { a: "y" }, url: "postgres://u:other@h/db" };
    const { changes } = diffValues(before, after);
    expect(changes.map(({ path }) => path)).toEqual(["auth.a", "db.password", "url"]);
    expect(JSON.stringify(changes)).not.toMatch(/one|two|"x"|secret@|other@/);
    expect(changes[1]).toMatchObject({ before: "[masked]", after: "[masked]" });
  });

  it("lists 500 and counts the rest, and cuts long texts", () => {
    const many = Object.fromEntries(Array.from({ length: 620 }, (_, i) => [`k${i}`, i]));
    const { changes, more } = diffValues({}, { ...many, text: "x".repeat(5000) });
    expect([changes.length, more]).toEqual([500, 121]);
    const [long] = diffValues({}, { text: "x".repeat(5000) }).changes;
    expect(long?.after?.length).toBeLessThan(500);
  });
});
