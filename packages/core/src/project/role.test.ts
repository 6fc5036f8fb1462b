import { expect, test } from "vitest";
import { higherRole } from "./role";

const ROLES = ["viewer", "member", "admin", "owner"] as const;

test("a grant adds to a membership and never takes away", () => {
  for (const [i, a] of ROLES.entries()) {
    for (const [j, b] of ROLES.entries()) expect(higherRole(a, b)).toBe(ROLES[Math.max(i, j)]);
  }
});

test("one source is enough, none gives nothing", () => {
  expect(higherRole(null, "viewer")).toBe("viewer");
  expect(higherRole("admin", undefined)).toBe("admin");
  expect(higherRole(null, undefined)).toBeNull();
});
