import { profileSchema } from "@heddle/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { profileValue } from "./profile-value";

const cyclic: Record<string, unknown> = { name: "loop" };
cyclic.self = cyclic;
const revoked = Proxy.revocable([], {});
revoked.revoke();
class Model {
  #weights = [1];
  score = 0.5;
  get broken(): number {
    throw new Error(`never ${this.#weights.length}`);
  }
}
const throwing = {
  a: 1,
  get b(): number {
    throw new Error("no");
  },
};
const hostile = new Proxy(
  {},
  {
    ownKeys() {
      throw new Error("no");
    },
    getPrototypeOf() {
      throw new Error("no");
    },
  },
);

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).byteLength;

describe("profileValue of odd values", () => {
  it.each([
    ["a getter that throws", throwing],
    ["rows whose getter throws", [throwing, throwing]],
    ["a cycle", cyclic],
    ["rows that hold a cycle", [cyclic]],
    ["a proxy that throws", hostile],
    ["rows that are such proxies", [hostile, hostile]],
    ["a revoked proxy", revoked.proxy],
    ["own __proto__ keys", [JSON.parse('{"__proto__":1,"constructor":2}'), { a: 1 }]],
    ["symbols", [Symbol("a"), { [Symbol("b")]: 1 }]],
    ["an instance", new Model()],
    ["no prototype", Object.assign(Object.create(null), { a: 1 })],
    ["a promise", Promise.resolve(1)],
    ["sparse lists", Object.assign([], { 5: 1 })],
    ["a buffer", new ArrayBuffer(8)],
    ["functions", [() => 1, { f: () => 1 }]],
    ["texts with zeros and halves of pairs", ["a\u0000b", "\uD800", "\uDC00x"]],
    ["long names", [{ ["k".repeat(100_000)]: 1 }]],
  ])("survives %s", (_, value) => {
    const found = profileValue(value);
    expect(profileSchema.safeParse(JSON.parse(JSON.stringify(found))).error).toBeUndefined();
    expect(JSON.stringify(found)).not.toMatch(/\\u0000|\\ud[89a-f]/);
  });

  it("reads the rest of an object whose getter throws", () => {
    expect(profileValue(throwing).columns).toMatchObject([{ name: "a" }, { name: "b", missing: 1 }]);
  });

  it("takes own __proto__ members, and nobody's inherited ones", () => {
    const found = profileValue([JSON.parse('{"__proto__":1,"toString":2}'), { a: 1 }]);
    expect(found.columns.map(({ name, kind, missing }) => [name, kind, missing])).toEqual([
      ["__proto__", "numeric", 1],
      ["toString", "numeric", 1],
      ["a", "numeric", 1],
    ]);
  });

  it("holds a column to 2 KB, whatever it is of", () => {
    const huge = "ü".repeat(10_000_000);
    const categories = Array.from(
      { length: 400 },
      (_, index) => `${"\u{1F600}\u0001".repeat(20)}${index % 20}`,
    );
    const numbers = Array.from({ length: 5000 }, (_, index) => Math.sin(index) * 1e300);
    for (const column of [[huge, huge], categories, numbers, ["\u0001".repeat(60), "b"]]) {
      const [first] = profileValue(column).columns;
      expect(bytes(first)).toBeLessThan(2048);
    }
  });

  it("never throws and always fits the contract", { timeout: 60_000 }, () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withNullPrototype: true,
      maxDepth: 4,
    });
    fc.assert(
      fc.property(
        fc.oneof(anything, fc.array(anything), fc.array(fc.dictionary(fc.string(), anything))),
        (value) => {
          const found = JSON.parse(JSON.stringify(profileValue(value)));
          expect(profileSchema.safeParse(found).error).toBeUndefined();
          for (const column of found.columns) {
            expect(column.missing).toBeLessThanOrEqual(column.count);
            expect(column.distinct.count).toBeLessThanOrEqual(column.count - column.missing);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
