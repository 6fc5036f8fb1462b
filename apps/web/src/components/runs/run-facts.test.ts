import type { RunSummary } from "@heddle/contract";
import { describe, expect, it } from "vitest";
import { failureLine, nodesInShort, runDuration } from "./run-facts";

const NOW = Date.parse("2026-11-23T10:10:00Z");

const RUN: RunSummary = {
  id: "0199c0de-0000-7000-8000-00000000beef",
  number: 1288,
  pipeline: "growth_features",
  status: "succeeded",
  codeVersion: null,
  git: null,
  trigger: null,
  tags: {},
  startedAt: "2026-11-23T10:00:00Z",
  finishedAt: null,
  durationMs: null,
  usualMs: null,
  nodes: { total: 46, succeeded: 46, failed: 0, running: 0, skipped: 0 },
  failure: null,
  changed: null,
  lastSeenAt: "2026-11-23T10:04:00Z",
};

describe("runDuration", () => {
  it("is what the run reported", () => {
    expect(runDuration({ ...RUN, durationMs: 0 }, NOW)).toBe(0);
  });

  it("grows while running and ends with the last sign of life", () => {
    expect(runDuration({ ...RUN, status: "running" }, NOW)).toBe(600_000);
    expect(runDuration({ ...RUN, status: "lost" }, NOW)).toBe(240_000);
  });

  it("is not negative when the client's clock is ahead", () => {
    expect(runDuration({ ...RUN, status: "running", startedAt: "2026-11-23T10:30:00Z" }, NOW)).toBe(0);
  });
});

describe("failureLine", () => {
  it("names node, type and the first line", () => {
    const failure = { node: "join", type: "MergeError", message: "not unique\nstack" };
    expect(failureLine(failure)).toBe("join: MergeError: not unique");
    expect(failureLine({ ...failure, node: null, message: "" })).toBe("MergeError");
  });
});

describe("nodesInShort", () => {
  const nodes = { total: 46, succeeded: 23, failed: 1, running: 0, skipped: 22 };

  it("says what went wrong, else how many there are", () => {
    expect(nodesInShort({ ...RUN, status: "failed", nodes })).toBe("1 failed, 22 skipped");
    expect(nodesInShort(RUN)).toBe("46 nodes");
    expect(nodesInShort({ ...RUN, nodes: { ...RUN.nodes, total: 1 } })).toBe("1 node");
  });

  it("says how far one came that did not end well and has no failed node", () => {
    const open = { total: 212, succeeded: 23, failed: 0, running: 1, skipped: 0 };
    expect(nodesInShort({ ...RUN, status: "running", nodes: open })).toBe("23 of 212");
    expect(nodesInShort({ ...RUN, status: "lost", nodes: open })).toBe("23 of 212");
  });
});
