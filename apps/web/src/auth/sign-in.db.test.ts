import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServices } from "../create-services";
import type { Services } from "../services";
import { createMember, createTenant, createWorld, type Tenant, type World } from "../testing/world";
import { signIn } from "./sign-in";

let world: World;
let tenant: Tenant;
/** Another process of the same instance, or the same after a restart. */
let other: Services & { close: () => Promise<void> };
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
  const { accounts, apiLimits, publicUrl, leaving, stopping } = world.services;
  other = await createServices({
    databaseUrl: world.databaseUrl,
    secret: world.secret,
    publicUrl,
    accounts,
    apiLimits,
    leaving,
    stopping,
    outboundAllowHosts: "",
    log: pino({ level: "silent" }),
  });
});
afterAll(() => other.close());

test("attempts count over processes and restarts: per address, and per network", async () => {
  const { email, password } = await createMember(world, tenant, "viewer");
  const attempt = (services: Services, given: { email: string; password: string }, address: string) =>
    signIn(services, { ...given, address });
  for (let i = 0; i < 10; i++) {
    const services = i % 2 ? world.services : other;
    expect(await attempt(services, { email, password: `guess ${i}` }, `192.0.2.${i}`)).toBeNull();
  }
  for (const services of [world.services, other]) {
    const refused = attempt(services, { email, password }, "198.51.100.1");
    await expect(refused).rejects.toThrow("TooManyAttempts");
  }
  const { owner } = tenant;
  for (let i = 0; i < 100; i++) {
    const limited = attempt(
      i % 2 ? world.services : other,
      { email: owner.email, password: owner.password },
      "2001:db8::1",
    );
    expect(await limited).not.toBeNull();
  }
  const neighbour = attempt(other, owner, "2001:db8::ffff:2");
  await expect(neighbour).rejects.toThrow("TooManyAttempts");
  expect(await attempt(other, owner, "2001:db8:0:1::1")).not.toBeNull();
});

test("without a database nobody gets in", async () => {
  const { accounts, apiLimits, publicUrl, leaving, stopping } = world.services;
  const cut = await createServices({
    databaseUrl: world.databaseUrl,
    secret: world.secret,
    publicUrl,
    accounts,
    apiLimits,
    leaving,
    stopping,
    outboundAllowHosts: "",
    log: pino({ level: "silent" }),
  });
  await cut.close();
  const { email, password } = tenant.owner;
  await expect(signIn(cut, { email, password, address: "192.0.2.9" })).rejects.toThrow();
});
