import { expect, it } from "vitest";
import { describeError } from "./describe-error";

it("leaves out what a database error says about rows", () => {
  const error = Object.assign(new Error("duplicate key"), {
    code: "23505",
    detail: "Key (email)=(ada@example.org)",
  });
  expect(describeError(error)).toMatchObject({ type: "Error", message: "duplicate key", code: "23505" });
  expect(JSON.stringify(describeError(error))).not.toContain("ada@");
});
