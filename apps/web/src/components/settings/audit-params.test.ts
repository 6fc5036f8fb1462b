import { AUDIT_ACTIONS } from "@heddle/core";
import { expect, test } from "vitest";
import { AUDIT_GROUPS, ORGANIZATION_GROUPS } from "./audit-params";

test("whatever an organisation's log can hold can be filtered for", () => {
  const written = new Set(AUDIT_ACTIONS.map((action) => action.split(".")[0]));
  // What people do with their own accounts is in no organisation's log.
  written.delete("account");
  expect([...ORGANIZATION_GROUPS].sort()).toEqual([...written].sort());
  expect(Object.keys(AUDIT_GROUPS).sort()).toEqual([...written].sort());
});
