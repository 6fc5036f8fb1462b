import { createUuidV7, uuidV7Time } from "@heddle/contract";
import { expect, test } from "vitest";
import { lowestRunId } from "./lowest-run-id";

test("ids from before a time are below the boundary, later ones are not", () => {
  const time = Date.UTC(2026, 9, 24, 12);
  const boundary = lowestRunId(new Date(time));
  expect(uuidV7Time(boundary)).toBe(time);
  for (let i = 0; i < 100; i++) {
    expect(createUuidV7(time - 1) < boundary).toBe(true);
    expect(createUuidV7(time) >= boundary).toBe(true);
  }
});

test("a time before 1970 is below every id", () => {
  expect(lowestRunId(new Date(-1)) <= createUuidV7(0)).toBe(true);
});
