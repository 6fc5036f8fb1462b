import { beforeAll, expect, test } from "vitest";
import { startWebProcess } from "../testing/web-process";
import { createTenant, createWorld, type World } from "../testing/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const ask = async (url: string, headers: Record<string, string>) =>
  (await fetch(`${url}/api/v1/runs`, { headers: { authorization: "Bearer hdl_wrong", ...headers } })).status;

/** Guesses until the network is refused; each time the headers say something else. */
async function exhaust(url: string, headers: (i: number) => Record<string, string>): Promise<number[]> {
  const statuses = [];
  for (let i = 0; i < 61; i++) statuses.push(await ask(url, headers(i)));
  return [...new Set(statuses.slice(0, 60)), ...statuses.slice(60)];
}

test("without proxies the connection counts, whatever the headers claim", async () => {
  const { url } = await startWebProcess(world);
  const spoofed = (i: number) => ({
    "x-forwarded-for": `203.0.113.${i}`,
    "x-real-ip": `203.0.113.${i}`,
    forwarded: `for=203.0.113.${i}`,
    "x-heddle-address": `203.0.113.${i}`,
    "X-Heddle-Address": `198.51.100.${i}`,
  });
  expect(await exhaust(url, spoofed)).toEqual([401, 429]);
});

test("behind a proxy what it appended counts, not what it was told", async () => {
  const { url } = await startWebProcess(world, { TRUSTED_PROXIES: "1" });
  const spoofed = (i: number) => ({
    "x-forwarded-for": `198.51.100.${i}, 203.0.113.7`,
    "x-heddle-address": `198.51.100.${i}`,
  });
  expect(await exhaust(url, spoofed)).toEqual([401, 429]);
  expect(await ask(url, { "x-forwarded-for": "203.0.113.7, 203.0.113.8" })).toBe(401);
});

test("a key may ask as often as API_REQUESTS_PER_MINUTE says", async () => {
  const { url } = await startWebProcess(world, { API_REQUESTS_PER_MINUTE: "6" });
  const { keys } = await createTenant(world);
  const read = () => fetch(`${url}/api/v1/runs`, { headers: { authorization: `Bearer ${keys.read}` } });
  expect((await read()).status).toBe(200);
  const refused = await read();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(10);
});
