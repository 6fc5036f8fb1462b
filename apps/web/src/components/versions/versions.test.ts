import type { VersionComparison, VersionSummary } from "@heddle/core";
import { describe, expect, it } from "vitest";
import { foldVersions, stepsBetween } from "./fold-versions";
import { noticeOf } from "./notice-of";
import { changesWords, fileWords, runsWords } from "./version-words";

const RUNS = { count: 4, good: 4, failed: 0, running: 0, more: false, first: null, last: null };

function version(hash: string, cosmetic = false): VersionSummary {
  const changes = { added: 0, removed: 0, changed: cosmetic ? 0 : 1, upstream: 0, unknown: 0 };
  return {
    ...{ hash, git: null, usedAt: "2026-11-20T10:00:00.000Z", nodeCount: 3, previous: "p" },
    ...{ changes, configChanged: false, cosmetic, runs: RUNS },
  };
}

describe("foldVersions", () => {
  const versions = [version("f"), version("e", true), version("d", true), version("c"), version("b", true)];

  it("puts neighbours that changed no node together", () => {
    expect(
      foldVersions(versions).map((group) => (group.kind === "version" ? 1 : group.versions.length)),
    ).toEqual([1, 2, 1, 1]);
  });

  it("counts the steps between two versions, the later one included, in either direction", () => {
    expect(stepsBetween(versions, "c", "f")).toEqual({ real: 1, cosmetic: 2 });
    expect(stepsBetween(versions, "f", "c")).toEqual({ real: 1, cosmetic: 2 });
    expect(stepsBetween(versions, "f", "not loaded")).toBeNull();
  });
});

describe("words", () => {
  it("tell how the runs of a version went", () => {
    expect(runsWords(RUNS)).toEqual({ text: "4 of 4 runs good", tone: "good" });
    expect(runsWords({ ...RUNS, count: 5, good: 0, failed: 5 })).toEqual({
      text: "5 of 5 runs failed",
      tone: "bad",
    });
    expect(runsWords({ ...RUNS, count: 402, good: 399, failed: 3 }).tone).toBe("plain");
    expect(runsWords({ ...RUNS, count: 1000, good: 1000, more: true }).text).toBe(
      "1,000 of the newest 1,000 runs good",
    );
    expect(runsWords({ ...RUNS, count: 0, good: 0 }).text).toBe("no run");
    expect(runsWords({ ...RUNS, count: 1, good: 0, running: 1 }).text).toBe("1 run at work");
  });

  it("tell what a version changed, and when that is not known", () => {
    expect(changesWords(version("a"))).toEqual(["1 changed", "0 new", "0 gone"]);
    expect(changesWords({ ...version("a"), previous: null })).toEqual(["first version"]);
    expect(changesWords({ ...version("a"), changes: null })).toEqual(["not known yet what changed"]);
  });

  it("tell what of a file differs", () => {
    const file = { path: "features/spend.py", only: null, outside: true, added: 1, removed: 0 };
    expect(fileWords(file)).toBe("imports and other lines of spend.py");
    expect(fileWords({ ...file, outside: false })).toBe("order or space in spend.py");
    expect(fileWords({ ...file, only: "after" })).toBe("spend.py, a new file");
  });
});

describe("noticeOf", () => {
  const side = (hash: string, state: "hashed" | "unhashed" | "missing") => ({ hash, state, summary: null });
  const comparison: VersionComparison = {
    ...{ pipeline: "p", from: side("aaaaaaaa", "hashed"), to: side("bbbbbbbb", "hashed") },
    ...{ nodes: [], config: [], functions: [], files: [], moreFiles: 0 },
  };

  it.each([
    ["first version", { from: null }],
    ["same version", { from: comparison.to }],
    ["definition of version aaaaaaa has not arrived", { from: side("aaaaaaaa", "missing") }],
    ["sources of version bbbbbbb", { to: side("bbbbbbbb", "unhashed") }],
    ["No node, file or configuration differs", {}],
  ])("says: %s", (words, change) => {
    expect(noticeOf({ ...comparison, ...change })).toContain(words);
  });

  it("says nothing where all is known", () => {
    expect(noticeOf({ ...comparison, config: [{ key: "k", before: null, after: "1" }] })).toBeNull();
  });
});
