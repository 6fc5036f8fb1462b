import { describe, expect, it } from "vitest";
import { initialsOf } from "./initials";

describe("initialsOf", () => {
  it.each([
    ["Priya Nair", "PN"],
    ["admin", "A"],
    ["  Tomás van der Berg ", "TB"],
    ["", "?"],
    ["🦊 Fox", "🦊F"],
  ])("%s is %s", (name, initials) => expect(initialsOf(name)).toBe(initials));
});
