import type { AuditEventView } from "@heddle/contract";
import { expect, test } from "vitest";
import { auditFileHead, auditFileLines } from "./audit-file";

const event = (target: string): AuditEventView => ({
  id: "018f3a5e-7e40-7d3c-8a4b-3f1a2b9c0d1e",
  at: "2026-11-23T12:00:00.000Z",
  action: "key.created",
  actor: { type: "user", id: null, name: "ada@example.org" },
  address: "192.0.2.1",
  project: { id: "p", slug: "main", name: "Main" },
  target,
  targetId: null,
  detail: { scopes: ["read"] },
});

test("CSV has a line for each event, with as many cells as the head", () => {
  expect(auditFileHead("csv")).toBe(
    "\ufeffid,at,actor_type,actor,actor_id,action,target,target_id,project,address,what,detail\r\n",
  );
  expect(auditFileLines("csv", [event("Nightly"), event("b")]).split("\r\n")).toEqual([
    '018f3a5e-7e40-7d3c-8a4b-3f1a2b9c0d1e,2026-11-23T12:00:00.000Z,user,ada@example.org,,key.created,Nightly,,main,192.0.2.1,"Created the API key “Nightly”, may read runs","{""scopes"":[""read""]}"',
    expect.any(String),
    "",
  ]);
});

test.each([
  ["a,b", '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ["two\nlines", '"two\nlines"'],
  ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
  ["@SUM(1+1)", "'@SUM(1+1)"],
  ["-2+3,x", '"\'-2+3,x"'],
])("a target %j is one harmless cell", (target, cell) => {
  expect(auditFileLines("csv", [event(target)])).toContain(`,key.created,${cell},,main,`);
});

test("JSON Lines holds the events as they are", () => {
  const events = [event("a\nb"), event("=1")];
  const lines = auditFileLines("jsonl", events).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(events);
});
