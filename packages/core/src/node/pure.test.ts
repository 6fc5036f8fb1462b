import { describe, expect, test } from "vitest";
import type { NodeDifference } from "../version/diff";
import { groupByCode } from "./codes";
import { type NodeVersionRow, unchangedSince } from "./node-versions";
import { codeStep, type NodeHashes, revisionOf } from "./revisions";
import { upstreamChanges } from "./upstream-changes";

const hashes = (
  codeHash: string | null,
  upstream: string,
  algorithm: string | null = "slice-1",
): NodeHashes => ({
  ...{ codeHash, closureHash: `${codeHash} ${upstream}`, hashAlgorithm: algorithm, upstream },
});
const known = new Map([
  ["v1", hashes("a", "u")],
  ["v2", hashes("a", "u")],
  ["v3", hashes("b", "u")],
  ["v4", hashes("b", "w")],
  ["other", hashes("a", "u", "slice-2")],
  ["bare", hashes(null, "u", null)],
]);
const run = (codeVersion: string | null) => ({ codeVersion });

describe("codeStep", () => {
  test.each([
    ["v1", "v1", [false, false, false]],
    ["v1", "v2", [true, false, false]],
    ["v2", "v3", [true, true, false]],
    ["v3", "v4", [true, false, true]],
    ["v1", "v4", [true, true, true]],
    ["v1", "other", [true, null, null]],
    ["v1", "bare", [true, null, null]],
    ["v1", "gone", [true, true, null]],
    ["gone", "away", [true, null, null]],
    [null, "v1", [null, null, null]],
  ])("from %s to %s", (before, now, [version, own, upstream]) => {
    expect(codeStep(run(before), run(now), known)).toEqual({ version, own, upstream });
  });
});

test("a revision is the node with all that it is computed from, else the version", () => {
  expect(revisionOf(run("v1"), known)).toBe(revisionOf(run("v2"), known));
  expect(revisionOf(run("v3"), known)).not.toBe(revisionOf(run("v4"), known));
  expect(revisionOf(run("gone"), known)).toBe("gone");
  expect(revisionOf(run(null), known)).toBeNull();
});

const version = (at: number, codeHash: string | null): NodeVersionRow => ({
  ...{ version: `v${at}`, firstAt: new Date(at), has: true, codeHash, hashAlgorithm: "slice-1" },
});

test("since when code is the same, without a gap", () => {
  const rows = [version(5, "b"), version(4, "b"), version(3, "a"), version(2, "b")];
  expect(unchangedSince(rows, "v5")).toEqual({ since: new Date(4).toISOString(), first: false });
  expect(unchangedSince(rows, "v2")).toEqual({ since: new Date(2).toISOString(), first: true });
  expect(unchangedSince(rows, "v9")).toBeNull();
  expect(unchangedSince([version(1, null)], "v1")).toBeNull();
});

test("a code that came back is one code, placed by its first version", () => {
  const groups = groupByCode([version(5, "a"), version(4, "b"), version(3, null), version(2, "a")]);
  expect(groups.map(({ codeHash, rows }) => [codeHash, rows.length])).toEqual([
    ["b", 1],
    ["a", 2],
  ]);
});

describe("upstreamChanges", () => {
  const node = (
    name: string,
    dependencies: string[],
    difference: NodeDifference["difference"],
    dropped: string[] = [],
  ): NodeDifference => ({
    name,
    kind: "function",
    module: null,
    dependencies,
    dropped,
    difference,
    before: null,
    after: null,
  });

  test("what the node is computed from in either version, nearest first, and how many others changed", () => {
    const nodes = [
      node("far", [], "changed"),
      node("old", [], "removed"),
      node("mid", ["far"], "upstream"),
      node("me", ["mid", "missing"], "changed", ["old"]),
      node("below", ["me"], "changed"),
      node("aside", [], "added"),
    ];
    const { near, elsewhere, known: all } = upstreamChanges(nodes, "me");
    expect(near.map(({ node: { name }, hops }) => [name, hops])).toEqual([
      ["me", 0],
      ["old", 1],
      ["far", 2],
    ]);
    expect([elsewhere, all]).toEqual([2, true]);
  });

  test("a circle ends, and what could not be compared is said", () => {
    const nodes = [node("a", ["b"], "same"), node("b", ["a"], "unknown")];
    expect(upstreamChanges(nodes, "a")).toEqual({ near: [], elsewhere: 0, known: false });
    expect(upstreamChanges([], "a").known).toBe(false);
  });
});
