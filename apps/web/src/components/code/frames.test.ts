import type { ErrorFrame } from "@heddle/contract";
import { describe, expect, it } from "vitest";
import { safeLink } from "../environment/safe-link";
import { failingLine, frameLocation, groupFrames, rootOf } from "./frames";

const frame = (file: string | null, line: number | null, own = true): ErrorFrame => ({
  function: "f",
  file,
  line,
  column: 7,
  own,
});

describe("groupFrames", () => {
  it("folds neighbours of the same kind and keeps the order", () => {
    const frames = [
      frame("lib/a", 1, false),
      frame("lib/b", 2, false),
      frame("own", 3),
      frame("lib/c", 4, false),
    ];
    expect(groupFrames(frames).map(({ own, frames: group }) => [own, group.length])).toEqual([
      [false, 2],
      [true, 1],
      [false, 1],
    ]);
    expect(groupFrames([])).toEqual([]);
  });
});

describe("rootOf", () => {
  it("is what stands before the path of the source in one of the frames", () => {
    const frames = [frame("/home/mara/etl/src/b.ts", 1), frame("/home/mara/etl/src/a.ts", 3)];
    const root = rootOf(frames, "src/a.ts");
    expect(root).toBe("/home/mara/etl/");
    expect(frames.map((one) => frameLocation(one, root))).toEqual(["src/b.ts:1:7", "src/a.ts:3:7"]);
  });

  it("is empty when no frame is of that file", () => {
    expect(rootOf([frame("/home/mara/etl/src/b.ts", 1), frame(null, 2)], "src/a.ts")).toBe("");
    expect(rootOf([frame("src/a.ts", 1)], "src/a.ts")).toBe("");
  });
});

describe("frameLocation", () => {
  it("says as much as is known", () => {
    expect(frameLocation(frame("src/a.ts", 3))).toBe("src/a.ts:3:7");
    expect(frameLocation(frame("src/a.ts", null))).toBe("src/a.ts");
    expect(frameLocation(frame(null, 3))).toBe("unknown place");
  });
});

describe("failingLine", () => {
  const source = { path: "src/clean.ts", startLine: 10, endLine: 20 };

  it("is the innermost own line inside the node's code", () => {
    const frames = [
      frame("/app/src/clean.ts", 12, false),
      frame("/app/src/clean.ts", 13),
      frame("/app/src/clean.ts", 18),
    ];
    expect(failingLine(frames, source)).toBe(13);
  });

  it("is nothing elsewhere", () => {
    expect(failingLine([frame("/app/src/clean.ts", 21)], source)).toBeNull();
    expect(failingLine([frame("/app/other/src-clean.ts", 12)], source)).toBeNull();
    expect(failingLine([frame("/app/unclean.ts", 12), frame(null, 12)], source)).toBeNull();
  });
});

describe("safeLink", () => {
  it("lets only web addresses become links", () => {
    expect(safeLink("https://ci.example/run/1")).toBe("https://ci.example/run/1");
    expect(safeLink("javascript:alert(1)")).toBeNull();
    expect(safeLink("data:text/html,x")).toBeNull();
    expect(safeLink("not an address")).toBeNull();
    expect(safeLink(null)).toBeNull();
  });
});
