import { expect, test } from "vitest";
import type { Role } from "../context";
import { refuseAcceptance } from "./refuse";
import { invitationState } from "./state";

const now = new Date("2026-11-23T12:00:00Z");
const later = new Date(now.getTime() + 1);
const none = { acceptedAt: null, revokedAt: null };

test.each([
  [{ ...none, expiresAt: later }, "open"],
  [{ ...none, expiresAt: now }, "expired"],
  [{ ...none, revokedAt: now, expiresAt: later }, "revoked"],
  [{ acceptedAt: now, revokedAt: null, expiresAt: now }, "accepted"],
] as const)("%j is %s", (row, state) => expect(invitationState(row, now)).toBe(state));

const open = { role: "member" as Role, email: null as string | null, state: "open" as const };
const ada = { email: "ada@example.org", role: null as Role | null };

test.each([
  ["revoked", "was revoked"],
  ["expired", "has expired"],
  ["accepted", "already used"],
] as const)("one that is %s says so", (state, words) => {
  const refusal = refuseAcceptance({ invitation: { ...open, state }, person: ada });
  expect(refusal).toMatchObject({ code: "conflict", message: expect.stringContaining(words) });
});

test("one for somebody else names both addresses", () => {
  const invitation = { ...open, email: "bob@example.org" };
  expect(refuseAcceptance({ invitation, person: ada })).toMatchObject({
    code: "forbidden",
    message: expect.stringMatching(/bob@example\.org.*ada@example\.org/),
  });
  expect(refuseAcceptance({ invitation: { ...open, email: ada.email }, person: ada })).toBeNull();
});

test("it raises who has less and is not used up by who has as much", () => {
  const having = (role: Role | null) => refuseAcceptance({ invitation: open, person: { ...ada, role } });
  expect(having(null)).toBeNull();
  expect(having("viewer")).toBeNull();
  for (const role of ["member", "admin", "owner"] as const) {
    expect(having(role)).toMatchObject({ code: "conflict", message: "You are already a member." });
  }
});
