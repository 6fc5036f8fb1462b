import { expect, test } from "vitest";
import { eventWords } from "./event-words";

test.each([
  ["account.signed_in", {}, "Signed in with the password"],
  ["account.signed_in", { with: "github" }, "Signed in with GitHub"],
  ["account.signed_in", { with: "constructor" }, "Signed in with constructor"],
  [
    "account.reset_requested",
    { by: "boss@example.org" },
    "boss@example.org created a link to set a new password",
  ],
  ["account.email_changed", { from: "a@b.c", to: "d@e.f" }, "The address was changed from a@b.c to d@e.f"],
  [
    "account.operator_changed",
    { to: "on", by: "heddle-admin" },
    "heddle-admin gave the right to see the instance’s pages",
  ],
  ["account.identity_connected", { provider: "oidc" }, "Single sign-on was connected"],
] as const)("%s with %j: %s", (action, detail, text) => {
  expect(eventWords({ action, detail }).text).toBe(text);
});

test("what the person did not do alone stands out", () => {
  expect(eventWords({ action: "account.sign_in_failed", detail: {} }).odd).toBe(true);
  expect(eventWords({ action: "account.signed_in", detail: {} }).odd).toBeUndefined();
});
