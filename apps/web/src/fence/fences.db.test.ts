import { createUuidV7 } from "@heddle/contract";
import { expect, test } from "vitest";
import { dropPolicies, forgetFilters, withoutFilters } from "../testing/forget-filters";
import { nodeFinished, runFinished, runStarted, store } from "../testing/telemetry";
import { createTenant, createWorld, type Tenant, type World } from "../testing/world";
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
    }
    const { trpc } = tenant.owner;
    const url = `https://hooks.slack.com/services/T/B/${mark}`;
    await trpc.channels.create({ ...tenant.ref, name: mark, url });
    await trpc.keys.create({ ...tenant.ref, name: mark, scopes: ["read"] });
  }
  return { world, forgetful, mine, theirs, runIds };
}

const procedures = Object.entries(appRouter._def.procedures).filter(
  ([, procedure]) => Reflect.get(Object(Reflect.get(procedure, "_def")), "type") === "query",
);

/** Everything that all reading procedures and the HTTP API tell the caller, as text. */
async function allAnswers({ world, mine, runIds }: Neighbours): Promise<string> {
  const answers: unknown[] = [];
  for (const [path] of procedures) {
    for (const node of ["load", CANARY]) {
      const input = { ...mine.ref, runId: runIds[0], node, limit: 100 };
      answers.push(await call(mine, path, input).catch((error: unknown) => `${path}: ${error}`));
    }
  }
  const headers = { authorization: `Bearer ${mine.keys.read}` };
  for (const path of ["/api/v1/runs", `/api/v1/runs/${runIds[0]}`]) {
    answers.push(await (await world.api.request(path, { headers })).text());
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
  const before = await allAnswers(there);
  there.forgetful.begin();
  const answers = await allAnswers(there);
  expect(there.forgetful.forgotten()).toBeGreaterThan(procedures.length);
  expect(answers).toBe(before);
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
