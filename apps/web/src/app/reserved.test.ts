import { readdirSync } from "node:fs";
import { slugText } from "@heddle/core";
import { expect, test } from "vitest";
import { served } from "../testing/access/served";

test("no organisation can take the address of a page", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[[(_]/.test(entry.name))
    .map(({ name }) => name);
  const others = Object.keys(served).map((path) => path.split("/")[1] ?? "");
  expect(folders).toContain("signin");
  const taken = [...folders, ...others].filter((name) => slugText("organization").safeParse(name).success);
  expect(taken).toEqual([]);
});
