import { randomBytes, randomUUID } from "node:crypto";
import { createApiKey, createUser, type Role } from "@heddle/core";
import { withSystem } from "@heddle/db";
import { atEnd, createTestDatabase, createTestProject, type TestProject } from "@heddle/db/testing";
import type { Hono } from "hono";
import pino from "pino";

import type { AccountSettings } from "../account-settings";
import { createApi } from "../api/app";
import type { ApiLimits } from "../api/rate-limits";
import { createServices } from "../create-services";
import type { Services } from "../services";
import { createCaller } from "../trpc/root";

type Caller = ReturnType<typeof createCaller>;

/** The web process's services on a database and queue of its own, closed after the test file. */
export interface World {
  services: Services;
  databaseUrl: string;
  secret: string;
  api: Hono;
  /** Aborting these is what the server does, one after the other, when it stops. */
  leaving: AbortController;
  stopping: AbortController;
}

interface Differences {
  accounts?: Partial<AccountSettings>;
  apiLimits?: ApiLimits;
}

/** Unless told otherwise: invitations only, no mail, no outside identities, and requests as many as one likes. */
export async function createWorld({ accounts, apiLimits }: Differences = {}): Promise<World> {
  const { url } = await createTestDatabase();
  const [leaving, stopping] = [new AbortController(), new AbortController()];
  const secret = randomBytes(32).toString("hex");
  const services = await createServices({
    databaseUrl: url,
    publicUrl: "http://heddle.test",
    secret,
    outboundAllowHosts: "",
    accounts: { signUp: "invitation", mail: null, providers: {}, ...accounts },
    apiLimits: apiLimits ?? { perKey: 1_000_000, failures: 1_000_000 },
    log: pino({ level: "silent" }),
    leaving: leaving.signal,
    stopping: stopping.signal,
  });
  atEnd(() => services.close());
  return { services, databaseUrl: url, secret, api: createApi(services), leaving, stopping };
}

export interface Member {
  userId: string;
  email: string;
  password: string;
  trpc: Caller;
}

/** A person with a role in the project's organisation, and what they can call when signed in. */
export async function createMember(world: World, { scope }: TestProject, role: Role): Promise<Member> {
  const { services } = world;
  const email = `${randomUUID()}@example.org`;
  const password = randomBytes(12).toString("base64url");
  const ctx = { db: services.db, now: () => new Date() };
  const { id } = await createUser({ ctx, input: { email, password, name: "Somebody" } });
  await withSystem(services.db, (tx) =>
    tx.membership.create({ data: { organizationId: scope.organizationId, userId: id, role } }),
  );
  return { userId: id, email, password, trpc: callerFor(world, id) };
}

/** The procedures as a browser with this session reaches them; null for a visitor. */
export function callerFor({ services }: World, userId: string | null, address = "192.0.2.1"): Caller {
  return createCaller({
    services,
    userId,
    stillSignedIn: async () => true,
    requestId: randomUUID(),
    address,
  });
}

/** A project with an owner and a key for each scope. */
export async function createTenant(world: World) {
  const { services } = world;
  const made = await createTestProject(services.db);
  const owner = await createMember(world, made, "owner");
  const ref = { org: made.organization.slug, project: made.project.slug };
  const ctx = {
    db: services.db,
    now: () => new Date(),
    scope: made.scope,
    actor: { type: "system", job: "test" } as const,
  };
  const key = async (...scopes: ("ingest" | "read")[]) =>
    (await createApiKey({ ctx, input: { name: "Test", scopes }, hashingKey: services.keys.apiKey })).key;
  return { ...made, owner, ref, ctx, keys: { ingest: await key("ingest"), read: await key("read") } };
}

export type Tenant = Awaited<ReturnType<typeof createTenant>>;
