import { expect, test } from "vitest";
import { formatDuration } from "./duration.mjs";
import { isInstalled } from "./lock-state.mjs";
import { refuseNode } from "./node-version.mjs";

test.each(["20.19.0", "20.20.2", "21.0.0", "22.12.0", "24.1.0"])("Node %s will do", (version) => {
  expect(refuseNode(version)).toBe("");
});

test.each(["20.18.3", "18.20.4", "12.22.0", "8.0.0", "0.10.48"])("Node %s is refused by name", (version) => {
  expect(refuseNode(version)).toContain(`this is Node ${version}.`);
});

const wanted = {
  packages: {
    "": { version: "1.0.0" },
    "packages/core": { version: "1.0.0" },
    "node_modules/a": { version: "1.2.3" },
    "node_modules/@heddle/core": { link: true },
    "node_modules/a/node_modules/b": { version: "2.0.0" },
    "node_modules/other-platform": { version: "3.0.0", optional: true },
  },
};
const installed = {
  packages: {
    "node_modules/a": { version: "1.2.3" },
    "node_modules/@heddle/core": { link: true },
    "node_modules/a/node_modules/b": { version: "2.0.0" },
  },
};

test("what the lock file asks for is installed, another platform's packages aside", () => {
  expect(isInstalled(wanted, installed)).toBe(true);
});

test("nothing, another version, and a missing package or workspace ask for an installation", () => {
  expect(isInstalled(wanted, null)).toBe(false);
  for (const path of [
    "node_modules/a",
    "node_modules/a/node_modules/b",
    "node_modules/@heddle/core",
  ] as const) {
    const { [path]: _, ...others } = installed.packages;
    expect(isInstalled(wanted, { packages: others })).toBe(false);
  }
  const other = { packages: { ...installed.packages, "node_modules/a": { version: "1.2.4" } } };
  expect(isInstalled(wanted, other)).toBe(false);
  const platform = {
    packages: { ...installed.packages, "node_modules/other-platform": { version: "2.9.0" } },
  };
  expect(isInstalled(wanted, platform)).toBe(false);
});

test("durations are written for people", () => {
  expect([0, 49, 400, 59_940, 59_960, 218_000].map(formatDuration)).toEqual([
    "0.0 s",
    "0.0 s",
    "0.4 s",
    "59.9 s",
    "1 m 0 s",
    "3 m 38 s",
  ]);
});
