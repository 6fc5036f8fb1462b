import { expect, test } from "vitest";
import { inCodes } from "./refusal-code";

test("only codes of ours are told; what else happened goes to the log", async () => {
  const logged: unknown[] = [];
  const log = { error: (entry: unknown) => void logged.push(entry) };
  const fail = (message: string) => inCodes(log, () => Promise.reject(new Error(message)));
  await expect(fail("TooManyAttempts")).rejects.toThrow("TooManyAttempts");
  expect(logged).toEqual([]);
  await expect(fail("Can't reach database server at db.internal:5432")).rejects.toThrow("Unexpected");
  expect(logged).toMatchObject([{ err: { message: expect.stringContaining("db.internal") } }]);
  expect(await inCodes(log, async () => null)).toBeNull();
});
