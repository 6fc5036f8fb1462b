import { createUuidV7 } from "@heddle/contract";
import { evaluateRun } from "@heddle/core";
import { withSystem } from "@heddle/db";
import { expect, test } from "vitest";
import { dropPolicies, forgetFilters, withoutFilters } from "../testing/forget-filters";
import { nodeFinished, runFinished, runStarted, store } from "../testing/telemetry";
import {
  callerFor,
  createMember,
  createTenant,
  createWorld,
  type Tenant,
  type World,
} from "../testing/world";
import { appRouter } from "../trpc/root";

/** In everything that belongs to the other tenant, and in nothing of the one who asks. */
const CANARY = "canary7f3a";

/** Two tenants that use the very same ids for runs and pipelines, as clients may. */
interface Neighbours {
  world: World;
  forgetful: ReturnType<typeof forgetFilters>;
  mine: Tenant;
  theirs: Tenant;
  runIds: string[];
  /** One that is mine, and one that is theirs. */
  failureIds: (string | undefined)[];
  /** Headers of requests with a key of my project, and with one of my organisation. */
  keyHolders: Record<string, string>[];
}

async function neighbours(): Promise<Neighbours> {
  const world = await createWorld();
  const forgetful = forgetFilters(world.services.db);
  const [theirs, mine] = [await createTenant(world), await createTenant(world)];
  const runIds = [createUuidV7(), createUuidV7()];
  for (const [tenant, mark] of [
    [theirs, CANARY],
    [mine, "plain"],
  ] as const) {
    for (const runId of runIds) {
      await store(world, tenant, [
        runStarted(runId, { pipeline: `daily ${mark}`, tags: { mark } }),
        nodeFinished(runId, "load"),
        nodeFinished(runId, mark, {
          status: "failed",
          error: { type: "E", message: mark, stack: "", frames: [], causes: [] },
        }),
        runFinished(runId, "failed"),
      ]);
      await tell(world, tenant, runId);
    }
    await furnish(world, tenant, mark);
  }
  const failureIds = [await failureOf(mine), await failureOf(theirs)];
  return { world, forgetful, mine, theirs, runIds, failureIds, keyHolders: await keyHoldersOf(mine) };
}

/** Makes of a failed run what the worker makes of it. */
async function tell({ services: { db } }: World, { scope }: Tenant, runId: string): Promise<void> {
  const actor = { type: "system", job: "test" } as const;
  await evaluateRun({ ctx: { db, scope, now: () => new Date(), actor }, input: { runId } });
}

async function failureOf({ ref, owner }: Tenant): Promise<string | undefined> {
  return (await owner.trpc.failures.list(ref)).failures[0]?.id;
}

async function keyHoldersOf({ owner: { trpc }, ref }: Tenant): Promise<Record<string, string>[]> {
  const wanted = { name: "Everything", scopes: ["read" as const, "admin" as const] };
  const ofProject = await trpc.keys.create({ ...ref, ...wanted });
  const ofOrganization = await trpc.organizationKeys.create({ org: ref.org, ...wanted });
  return [
    { authorization: `Bearer ${ofProject.key}` },
    { authorization: `Bearer ${ofOrganization.key}`, "x-heddle-project": ref.project },
  ];
}

/** Gives a tenant one of everything that people make, with the mark in its names. */
async function furnish(world: World, tenant: Tenant, mark: string): Promise<void> {
  const { ref, owner } = tenant;
  const { trpc } = owner;
  await trpc.organizations.update({ org: ref.org, name: `Organisation ${mark}` });
  await trpc.projects.update({ ...ref, name: `Project ${mark}`, description: mark });
  const url = `https://hooks.slack.com/services/T/B/${mark}`;
  await trpc.channels.create({ ...ref, name: mark, url });
  await trpc.keys.create({ ...ref, name: mark, scopes: ["read"] });
  await trpc.organizationKeys.create({ org: ref.org, name: mark, scopes: ["read"] });
  await trpc.invitations.create({ org: ref.org, role: "viewer", email: `${mark}@example.org` });
  await trpc.invitations.createForProject({ ...ref, role: "viewer", email: `guest-${mark}@example.org` });
  const { userId } = await createMember(world, tenant, "viewer");
  await trpc.grants.set({ ...ref, userId, role: "member" });
  await callerFor(world, userId).account.update({ name: mark });
  await withSystem(
    world.services.db,
    (tx) => tx.$executeRaw`
      insert into quarantined_batch (id, project_id, writer, batch, received_at, encoding, body, error)
      values (nextval('ingest_batch_id_seq'), ${tenant.scope.projectId}::uuid, gen_random_uuid(), 0, now(),
        'identity', ${Buffer.from(mark)}, ${mark})`,
  );
}

const procedures = Object.entries(appRouter._def.procedures).filter(
  ([, procedure]) => Reflect.get(Object(Reflect.get(procedure, "_def")), "type") === "query",
);

/** Everything that all reading procedures and the HTTP API tell the caller, as text. */
async function allAnswers({ world, mine, keyHolders, runIds, failureIds }: Neighbours): Promise<string> {
  const answers: unknown[] = [];
  for (const [path] of procedures) {
    for (const [index, node] of ["load", CANARY].entries()) {
      const [run, other] = runIds;
      const pipeline = "daily plain";
      const pairs = { a: run, b: other, before: run, after: other };
      const input = {
        ...mine.ref,
        runId: run,
        run,
        ...pairs,
        pipeline,
        node,
        failureId: failureIds[index],
        limit: 100,
      };
      answers.push(await call(mine, path, input).catch((error: unknown) => `${path}: ${error}`));
    }
  }
  for (const headers of keyHolders) {
    for (const path of ["runs", `runs/${runIds[0]}`, "projects", "keys", "audit-events"]) {
      const answer = await world.api.request(`/api/v1/${path}`, { headers });
      expect([path, answer.status]).toEqual([path, 200]);
      answers.push(await answer.text());
    }
  }
  return JSON.stringify(answers, (key, value) => (key === "lastUsedAt" ? undefined : value));
}

async function call({ owner }: Tenant, path: string, input: object): Promise<unknown> {
  let target: unknown = owner.trpc;
  for (const step of path.split(".")) target = Reflect.get(Object(target), step);
  if (typeof target !== "function") throw new Error(`${path} is not a procedure`);
  return target(input);
}

test("what forgetting does to a statement", () => {
  expect(
    withoutFilters('select * from "public"."run" where ("public"."run"."project_id" = $1 and id = $2)'),
  ).toBe('select * from "public"."run" where (("public"."run"."project_id" = $1 or true) and id = $2)');
  expect(withoutFilters("update x set project_id = $1 where organization_id = any($2)")).toBe(
    "update x set project_id = $1 where (organization_id = any($2) or true)",
  );
  expect(withoutFilters("insert into run (project_id) values ($1)")).not.toContain("or true");
});

test("with both fences there is no word of another tenant in any answer", async () => {
  const there = await neighbours();
  const answers = await allAnswers(there);
  expect(answers).toContain("plain");
  expect(answers).not.toContain(CANARY);
});

test("when every filter is forgotten, row-level security still shows nothing of another tenant", async () => {
  const there = await neighbours();
  there.forgetful.begin();
  const answers = await allAnswers(there);
  expect(there.forgetful.forgotten()).toBeGreaterThan(procedures.length);
  expect(answers).toContain("plain");
  expect(answers).not.toContain(CANARY);
});

test("when every filter is forgotten, another tenant's rows can still not be changed", async () => {
  const { forgetful, mine, theirs } = await neighbours();
  const held = async () => ({
    keys: (await theirs.owner.trpc.keys.list(theirs.ref)).map(({ id, revokedAt }) => ({ id, revokedAt })),
    channels: await theirs.owner.trpc.channels.list(theirs.ref),
  });
  const before = await held();
  const [key] = before.keys;
  const [channel] = before.channels.channels;
  forgetful.begin();
  const gone = { code: "NOT_FOUND" };
  const { trpc } = mine.owner;
  await expect(trpc.keys.revoke({ ...mine.ref, id: key?.id ?? "" })).rejects.toMatchObject(gone);
  const id = channel?.id ?? "";
  await expect(trpc.channels.update({ ...mine.ref, id, name: "mine now" })).rejects.toMatchObject(gone);
  await expect(trpc.channels.test({ ...mine.ref, id })).rejects.toMatchObject(gone);
  await expect(trpc.channels.remove({ ...mine.ref, id })).rejects.toMatchObject(gone);
  expect(await held()).toEqual(before);
});

test("when row-level security is off, the filters still show nothing of another tenant", async () => {
  const there = await neighbours();
  await dropPolicies(there.world.databaseUrl);
  expect(await allAnswers(there)).not.toContain(CANARY);
});

test("without either fence the other tenant is seen, so these tests can fail", async () => {
  const there = await neighbours();
  there.forgetful.begin();
  await dropPolicies(there.world.databaseUrl);
  expect(await allAnswers(there)).toContain(CANARY);
});
