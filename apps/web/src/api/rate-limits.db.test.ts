import { expect, test } from "vitest";
import { createTenant, createWorld } from "../testing/world";

test("too many requests are told when to come again, and others go on", async () => {
  const world = await createWorld({ apiLimits: { perKey: 12, failures: 60 } });
  const tenant = await createTenant(world);
  const ask = (key: string) =>
    world.api.request("/api/v1/runs", { headers: { authorization: `Bearer ${key}` } });
  expect((await ask(tenant.keys.read)).status).toBe(200);
  expect((await ask(tenant.keys.read)).status).toBe(200);
  const refused = await ask(tenant.keys.read);
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("5");
  expect(await refused.json()).toEqual({
    code: "rate_limited",
    message: "This key may send 12 requests a minute.",
    path: "",
    fix: "Wait as long as Retry-After says.",
  });
  const other = await createTenant(world);
  expect((await ask(other.keys.read)).status).toBe(200);
});

test("guessing keys is slowed down for the network that does it", async () => {
  const world = await createWorld({ apiLimits: { perKey: 60, failures: 2 } });
  const ask = (key: string, address: string) =>
    world.api.request("/api/v1/runs", {
      headers: { authorization: `Bearer ${key}`, "x-heddle-address": address },
    });
  const statuses = [];
  for (let i = 0; i < 4; i++) statuses.push((await ask(`hdl_${i}`, "192.0.2.1")).status);
  expect(statuses).toEqual([401, 401, 429, 429]);
  expect((await ask("hdl_5", "192.0.2.2")).status).toBe(401);
});
