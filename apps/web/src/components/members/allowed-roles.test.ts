import { describe, expect, it } from "vitest";
import { allowedRoles, mayRemove } from "./allowed-roles";

const other = (role: "owner" | "admin" | "member" | "viewer") => ({ role, you: false });

describe("allowedRoles", () => {
  it("leaves owners to owners", () => {
    expect(allowedRoles({ mine: "admin", target: other("owner"), owners: 2 })).toEqual([]);
    expect(allowedRoles({ mine: "admin", target: other("viewer"), owners: 2 })).not.toContain("owner");
    expect(allowedRoles({ mine: "owner", target: other("owner"), owners: 2 })).toContain("viewer");
  });

  it("keeps the last owner", () => {
    expect(allowedRoles({ mine: "owner", target: { role: "owner", you: true }, owners: 1 })).toEqual([]);
    expect(allowedRoles({ mine: "owner", target: { role: "owner", you: true }, owners: 2 })).toContain(
      "admin",
    );
  });

  it.each(["member", "viewer"] as const)("lets a %s change nothing", (mine) => {
    expect(allowedRoles({ mine, target: other("viewer"), owners: 1 })).toEqual([]);
  });
});

describe("mayRemove", () => {
  it("is about others", () => {
    expect(mayRemove({ mine: "owner", target: { role: "owner", you: true }, owners: 2 })).toBe(false);
    expect(mayRemove({ mine: "admin", target: other("admin"), owners: 1 })).toBe(true);
    expect(mayRemove({ mine: "admin", target: other("owner"), owners: 2 })).toBe(false);
  });
});
