import { expect, test } from "vitest";
import { decideRestart } from "./restart-policy";

test("waits longer after each death, then gives up", () => {
  const delays: number[] = [];
  let deaths = 0;
  for (let decision = decideRestart(deaths, 0); decision.restart; decision = decideRestart(deaths, 0)) {
    delays.push(decision.delayMs);
    deaths = decision.deaths;
  }
  expect(delays).toEqual([500, 1000, 2000, 4000, 8000]);
});

test("forgets earlier deaths of a child that lived for a minute", () => {
  expect(decideRestart(5, 59_999)).toEqual({ restart: false });
  expect(decideRestart(5, 60_000)).toEqual({ restart: true, delayMs: 500, deaths: 1 });
});
