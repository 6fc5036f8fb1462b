import { describe, expect, it } from "vitest";
import { toProblem } from "./sign-in-problem";

describe("toProblem", () => {
  it("tells wrong credentials from too many attempts", () => {
    expect(toProblem("CredentialsSignin").title).toBe("E-mail or password is wrong");
    expect(toProblem("TooManyAttempts").title).toBe("Too many attempts");
  });

  it("has words for codes it does not know, whatever they are called", () => {
    expect(toProblem("Configuration").title).toBe("Signing in did not work");
    expect(toProblem("constructor").title).toBe("Signing in did not work");
  });

  it.each(["OAuthSignin", "OAuthCallback", "Callback", "IdentityChanged", "Unreachable"])(
    "has words of its own for %s",
    (code) => {
      expect(toProblem(code)).not.toBe(toProblem("Configuration"));
    },
  );
});
