import { expect, test } from "vitest";
import { createInvitationInput } from "./create";

test("an invitation can be for any address with which somebody can sign up, as it is stored", () => {
  const { email } = createInvitationInput.parse({ role: "viewer", email: " Jürgen@Bücher.example " });
  expect(email).toBe("jürgen@bücher.example");
});
