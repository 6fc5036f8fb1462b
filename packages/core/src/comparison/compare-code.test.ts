import { describe, expect, it } from "vitest";
import { compareCode, compareGit } from "./compare-code";

const node = (name: string, codeHash: string | null, hashAlgorithm: string | null = "v1") => ({
  node: name,
  codeHash,
  hashAlgorithm,
});
const good = { version: "old", nodes: [node("a", "1"), node("b", "2"), node("gone", "3")] };

describe("compareCode", () => {
  it("names what was changed, added and removed", () => {
    const now = { version: "new", nodes: [node("a", "1"), node("b", "9"), node("fresh", "4")] };
    expect(compareCode(good, now)).toEqual({
      kind: "other",
      from: "old",
      to: "new",
      nodes: { changed: ["b"], added: ["fresh"], removed: ["gone"] },
    });
  });

  it("does not guess while hashes are missing or made in another way", () => {
    const rehashed = { version: "new", nodes: [node("a", "7", "v2")] };
    expect(compareCode(good, { version: "new", nodes: null })).toMatchObject({ kind: "other", nodes: null });
    expect(compareCode(good, rehashed)).toMatchObject({ kind: "other", nodes: null });
  });

  it("takes inputs, which have no code, for the same", () => {
    const inputs = [node("orders", null, null)];
    expect(compareCode({ version: "old", nodes: inputs }, { version: "new", nodes: inputs })).toMatchObject({
      nodes: { changed: [], added: [], removed: [] },
    });
  });

  it("tells the same version, and a version that was not recorded", () => {
    expect(compareCode(good, { version: "old", nodes: null })).toEqual({ kind: "same", version: "old" });
    expect(compareCode({ version: null, nodes: null }, good)).toEqual({ kind: "unknown" });
    expect(compareCode(good, { version: null, nodes: null })).toEqual({ kind: "unknown" });
  });
});

describe("compareGit", () => {
  const git = { commit: "abc", dirty: false, author: "Deniz", message: "Fill gaps\n\nwith 0" };

  it("gives the commit's first line, and whether it is new", () => {
    expect(compareGit({ ...git, commit: "old" }, git)).toEqual({
      commit: "abc",
      sameCommit: false,
      dirty: false,
      author: "Deniz",
      subject: "Fill gaps",
    });
    expect(compareGit(git, git)?.sameCommit).toBe(true);
    expect(compareGit(null, { ...git, message: null })).toMatchObject({ sameCommit: null, subject: null });
    expect(compareGit(git, null)).toBeNull();
  });
});
