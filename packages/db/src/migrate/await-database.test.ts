import { expect, test } from "vitest";
import { DatabaseProblem } from "../database-problem";
import { awaitDatabase } from "./await-database";

test("a database that stays away is told of once, and in the end refused, without its password", async () => {
  const told: string[] = [];
  const url = "postgresql://me:hunter22@127.0.0.1:1/shop";
  const waiting = awaitDatabase({ url, log: (sentence) => told.push(sentence), patienceMs: 1500 });
  await expect(waiting).rejects.toThrow(DatabaseProblem);
  const sentence =
    /^The database at 127.0.0.1:1\/shop cannot be reached: .*ECONNREFUSED.* DATABASE_URL is right\./;
  await expect(waiting).rejects.toThrow(sentence);
  expect(told).toEqual([expect.stringMatching(/DATABASE_URL is right. Waiting for it.$/)]);
  expect(told.join()).not.toContain("hunter22");
});
