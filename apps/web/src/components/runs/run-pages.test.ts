import type { RunPage, RunSummary } from "@heddle/contract";
import { describe, expect, it } from "vitest";
import { allRuns, pagesToRefresh, type RunPages, withFreshPage } from "./run-pages";

function run(id: string, more: Partial<RunSummary> = {}): RunSummary {
  return {
    id,
    number: null,
    pipeline: "p",
    status: "succeeded",
    codeVersion: null,
    git: null,
    trigger: null,
    tags: {},
    startedAt: "2026-11-23T10:00:00.000Z",
    finishedAt: null,
    durationMs: null,
    usualMs: null,
    nodes: { total: 0, succeeded: 0, failed: 0, running: 0, skipped: 0 },
    failure: null,
    changed: null,
    lastSeenAt: "2026-11-23T10:00:00.000Z",
    ...more,
  };
}

const page = (ids: string, nextCursor: string | null): RunPage => ({
  runs: [...ids].map((id) => run(id)),
  nextCursor,
  searchedTo: null,
});
const ids = (pages: RunPages) =>
  allRuns(pages)
    .map(({ id }) => id)
    .join("");

const TWO: RunPages = { pages: [page("hgf", "f"), page("edc", "c")], pageParams: [null, "f"] };

describe("allRuns", () => {
  it("shows a run of two pages once, newest first, as the earlier page has it", () => {
    const pages = { pages: [page("hg", "g"), page("gf", "f")], pageParams: [null, "g"] };
    pages.pages[0]?.runs.splice(1, 1, run("g", { status: "failed" }));
    expect(ids(pages)).toBe("hgf");
    expect(allRuns(pages)[1]?.status).toBe("failed");
  });
});

describe("pagesToRefresh", () => {
  it("is the first page and those that hold a changed run", () => {
    expect(pagesToRefresh(TWO, new Set(["d"]))).toEqual([0, 1]);
    expect(pagesToRefresh(TWO, new Set(["z"]))).toEqual([0]);
  });
});

describe("withFreshPage", () => {
  it("adds new runs on top and loses none at the end", () => {
    const after = withFreshPage(TWO, 0, page("jih", "h"));
    expect(ids(after)).toBe("jihgfedc");
    expect(after.pages.at(-1)?.nextCursor).toBe("c");
  });

  it("keeps the cursor below what stays when there is one page only", () => {
    const one = { pages: [page("hgf", "f")], pageParams: [null] };
    expect(withFreshPage(one, 0, page("jih", "h")).pages[0]?.nextCursor).toBe("f");
    expect(withFreshPage(one, 0, page("hgf", "f")).pages[0]?.nextCursor).toBe("f");
  });

  it("drops runs that the filter no longer lets through", () => {
    expect(ids(withFreshPage(TWO, 0, page("hfe", "e")))).toBe("hfedc");
    expect(ids(withFreshPage(TWO, 1, page("ecb", "b")))).toBe("hgfecb");
  });

  it("begins anew when there is a gap to what was loaded", () => {
    const after = withFreshPage(TWO, 0, page("zyx", "x"));
    expect(after).toEqual({ pages: [page("zyx", "x")], pageParams: [null] });
  });

  it("ends the list where the fresh page says it ends", () => {
    const after = withFreshPage(TWO, 0, page("hg", null));
    expect(ids(after)).toBe("hg");
    expect(after.pageParams).toEqual([null]);
  });

  it("takes the first run of an empty list", () => {
    const empty = { pages: [page("", null)], pageParams: [null] };
    expect(ids(withFreshPage(empty, 0, page("a", null)))).toBe("a");
  });
});
