import { AUDIT_ACTIONS } from "@heddle/core";
import { expect, test } from "vitest";
import { auditSentence } from "./audit-sentence";

test.each(AUDIT_ACTIONS)("%s has a sentence of its own, with and without details", (action) => {
  const bare = auditSentence({ action, target: "T", detail: {} });
  const full = { from: "a", to: "b", role: "viewer", scopes: ["read"], runs: 3, provider: "github" };
  for (const sentence of [bare, auditSentence({ action, target: "T", detail: full })]) {
    expect(sentence).toMatch(/^[A-Z]/);
    expect(sentence).not.toMatch(/undefined|null|\[object|: T$|_|\s$/);
  }
});

test.each([
  [
    "member.role_changed",
    "bob@x.org",
    { from: "viewer", to: "admin" },
    "Changed the role of bob@x.org from viewer to admin",
  ],
  ["grant.set", "bob@x.org", { from: null, to: "member" }, "Gave bob@x.org access to the project as member"],
  [
    "grant.set",
    "bob@x.org",
    { from: "viewer", to: "member" },
    "Changed the role of bob@x.org in the project from viewer to member",
  ],
  [
    "key.created",
    "Nightly",
    { scopes: ["ingest", "read"], expiresAt: null },
    "Created the API key “Nightly”, may send runs, read runs",
  ],
  [
    "project.renamed",
    "New",
    { from: { name: "Old" }, to: { name: "New" } },
    "Renamed the project from Old to New",
  ],
  [
    "project.changed",
    "Main",
    { from: { slug: "a", retentionDays: null }, to: { slug: "b", retentionDays: 30 } },
    "Changed the project “Main”: address, days that runs are kept",
  ],
  [
    "project.transferred",
    "Main",
    { from: { organization: "A" }, to: { organization: "B" } },
    "Moved the project “Main” from A to B",
  ],
  ["project.runs_expired", "Main", { runs: 1200 }, "Deleted 1200 runs that were too old"],
  [
    "member.left",
    "a@x.org",
    { because: "account deleted", from: "admin" },
    "Left the organisation (was admin): account deleted",
  ],
])("%s of %s", (action, target, detail, sentence) => {
  expect(auditSentence({ action, target, detail })).toBe(sentence);
});

test.each([
  ["scim.group_synced", "Engineers", "Scim group synced: Engineers"],
  ["toString", "x", "ToString: x"],
  ["", "x", ": x"],
])("an action %j that this version does not know is still told", (action, target, sentence) => {
  expect(auditSentence({ action, target, detail: {} })).toBe(sentence);
});
