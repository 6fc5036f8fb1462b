import { expect, test } from "vitest";
import { refuseReset } from "./may-reset";

const here = "here";
const there = "there";

test.each([
  ["a member of only this organisation", { [here]: "admin" }, [[here, "member"]], true],
  ["an admin, by an admin", { [here]: "admin" }, [[here, "admin"]], true],
  ["an owner, by an owner", { [here]: "owner" }, [[here, "owner"]], true],
  ["an owner, by an admin", { [here]: "admin" }, [[here, "owner"]], false],
  ["a guest of a project", { [here]: "admin" }, [[here, "viewer"]], true],
  [
    "who is elsewhere, too",
    { [here]: "owner" },
    [
      [here, "viewer"],
      [there, "viewer"],
    ],
    false,
  ],
  [
    "who is where the actor only looks on",
    { [here]: "owner", [there]: "viewer" },
    [
      [here, "viewer"],
      [there, "viewer"],
    ],
    false,
  ],
  [
    "who is higher elsewhere",
    { [here]: "owner", [there]: "admin" },
    [
      [here, "viewer"],
      [there, "owner"],
    ],
    false,
  ],
  [
    "who is below the actor everywhere",
    { [here]: "admin", [there]: "owner" },
    [
      [here, "admin"],
      [there, "owner"],
    ],
    true,
  ],
] as const)("a link for %s", (_, mine, theirs, allowed) => {
  const refusal = refuseReset({
    mine: new Map(Object.entries(mine)),
    theirs: theirs.map(([organizationId, role]) => ({ organizationId, role })),
  });
  expect(refusal === null).toBe(allowed);
  if (refusal) expect(refusal).toMatchObject({ code: "forbidden", path: "/userId" });
});

test("does not tell what somebody is in an organisation of others", () => {
  const asked = (role: "owner" | "viewer") =>
    refuseReset({
      mine: new Map([[here, "owner"]]),
      theirs: [
        { organizationId: here, role: "viewer" },
        { organizationId: there, role },
      ],
    });
  expect(asked("owner")?.message).toBe("This person also belongs to organisations that you do not manage.");
  expect(asked("owner")).toEqual(asked("viewer"));
});
