import { expect, test } from "vitest";
import { requestIdOf } from "./request-id";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

test("a proxy that is trusted names requests, as long as the name is short and plain", () => {
  expect(requestIdOf("from-nginx_7.1", 1)).toBe("from-nginx_7.1");
  for (const odd of ["", "a b", 'a"b', "a\nb", "x".repeat(65), "Ä", undefined, ["a", "b"]]) {
    expect(requestIdOf(odd, 1)).toMatch(UUID);
  }
});

test("nobody else does", () => {
  expect(requestIdOf("from-a-client", 0)).toMatch(UUID);
});
