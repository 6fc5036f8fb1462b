import { expect, it } from "vitest";
import { isUnreachable } from "./unreachable";

it.each([
  "Connection terminated unexpectedly",
  "timeout exceeded when trying to connect",
  "Client has encountered a connection error and is not queryable",
  "Client was closed and is not queryable",
])("%s: the database is away", (message) => {
  expect(isUnreachable(new Error(message))).toBe(true);
  expect(isUnreachable(new Error("outer", { cause: new Error(message) }))).toBe(true);
});

it.each(["08006", "53100", "53200", "53300", "57P01"])("SQLSTATE %s: the same will work later", (code) => {
  expect(isUnreachable(Object.assign(new Error("refused"), { code }))).toBe(true);
});

it.each(["53400", "57014", "23505"])("SQLSTATE %s: it will not", (code) => {
  expect(isUnreachable(Object.assign(new Error("refused"), { code }))).toBe(false);
});

it("takes other errors for our own", () => {
  expect(isUnreachable(new Error("a defect"))).toBe(false);
  expect(isUnreachable("Connection terminated")).toBe(false);
});
