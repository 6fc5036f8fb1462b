import type { AuthenticatedKey } from "@heddle/core";
import { beforeEach, expect, test } from "vitest";
import { KeyCache } from "./key-cache";

const found: AuthenticatedKey = {
  keyId: "k",
  name: "Key",
  scopes: ["read"],
  organizationId: "o",
  projectId: "p",
  project: "main",
  expiresAt: null,
};

let now: number;
let asked: string[];
let answer: (key: string) => Promise<AuthenticatedKey | null>;
let cache: KeyCache;
beforeEach(() => {
  now = 1_000_000;
  asked = [];
  answer = async () => found;
  const lookUp = (key: string) => {
    asked.push(key);
    return answer(key);
  };
  cache = new KeyCache(lookUp, () => now);
});

test("asks once in three seconds, however many requests there are", async () => {
  await Promise.all([cache.get("a"), cache.get("a"), cache.get("b")]);
  now += 2999;
  await cache.get("a");
  expect(asked).toEqual(["a", "b"]);
  now += 1;
  await cache.get("a");
  expect(asked).toEqual(["a", "b", "a"]);
});

test("remembers no key beyond its own end", async () => {
  answer = async () => ({ ...found, expiresAt: new Date(now + 100) });
  expect(await cache.get("a")).not.toBeNull();
  now += 99;
  expect(await cache.get("a")).not.toBeNull();
  now += 1;
  expect(await cache.get("a")).toBeNull();
  expect(asked).toEqual(["a"]);
});

test("a failure to look is told to those who wait and forgotten", async () => {
  answer = async () => {
    throw new Error("away");
  };
  const both = [cache.get("a"), cache.get("a")];
  for (const one of both) await expect(one).rejects.toThrow("away");
  answer = async () => found;
  expect(await cache.get("a")).toEqual(found);
});

test("made-up keys are remembered in a bounded number and push out the oldest only", async () => {
  answer = async (key) => (key === "real" ? found : null);
  await cache.get("real");
  for (let i = 0; i < 4999; i++) await cache.get(`made up ${i}`);
  await cache.get("real");
  expect(asked.filter((key) => key === "real")).toHaveLength(1);
  await cache.get("one more");
  await cache.get("real");
  expect(asked.filter((key) => key === "real")).toHaveLength(2);
});
