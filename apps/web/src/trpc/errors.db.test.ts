import { createUuidV7 } from "@heddle/contract";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { beforeAll, expect, test } from "vitest";
import { runStarted, store } from "../testing/telemetry";
import { createTenant, createWorld, type Tenant, type World } from "../testing/world";
import type { TrpcContext } from "./context";
import { appRouter } from "./root";

let world: World;
let tenant: Tenant;
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
});

/** Asks over HTTP, as the browser does, and returns status and the error. */
async function ask(path: string, input: object, given: Partial<TrpcContext> = {}) {
  const query = encodeURIComponent(JSON.stringify(input));
  const answer = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request(`http://heddle.test/api/trpc/${path}?input=${query}`),
    router: appRouter,
    createContext: () => ({
      services: world.services,
      userId: tenant.owner.userId,
      stillSignedIn: async () => true,
      requestId: "request-1",
      address: "192.0.2.1",
      ...given,
    }),
  });
  const text = await answer.text();
  return { status: answer.status, text, error: JSON.parse(text).error };
}

test("a refusal of the domain keeps what happened, where and how to mend it", async () => {
  const { status, error } = await ask("runs.get", { ...tenant.ref, runId: "none" });
  expect(status).toBe(404);
  expect(error.data).toEqual({
    code: "NOT_FOUND",
    httpStatus: 404,
    path: "runs.get",
    problem: {
      code: "not_found",
      message: "There is no such run in this project.",
      path: "/runId",
      fix: expect.stringContaining("Check the id"),
    },
    requestId: "request-1",
  });
});

test("an input that does not fit names the field", async () => {
  const { status, error } = await ask("runs.list", { ...tenant.ref, limit: 0 });
  expect(status).toBe(400);
  expect(error.data.problem).toMatchObject({ code: "invalid", path: "/limit" });
  expect(error.data.problem.fix).not.toBe("");
});

test("a name that no project can have is refused", async () => {
  expect((await ask("runs.list", { org: "a\0b", project: "c" })).status).toBe(400);
});

test("a visitor is told to sign in", async () => {
  const { status, error } = await ask("projects.list", {}, { userId: null });
  expect(status).toBe(401);
  expect(error.data.problem.code).toBe("unauthenticated");
});

test("what goes wrong on our side is logged, and shows a request number only", async () => {
  const logged: unknown[] = [];
  const log = Object.assign(Object.create(world.services.log), {
    error: (fields: unknown) => logged.push(fields),
  });
  const services = Object.assign(Object.create(world.services), { log, db: null });
  const { status, text, error } = await ask("projects.list", {}, { services });
  expect(status).toBe(500);
  expect(error.message).toContain("request-1");
  expect(error.data.problem).toBeNull();
  expect(text).not.toMatch(/reading|\.ts:/);
  expect(logged).toEqual([expect.objectContaining({ requestId: "request-1", path: "projects.list" })]);
});

test("words that matter to JavaScript may name what pipelines send", async () => {
  const words = { constructor: "ferrari", prototype: "p", toString: "t", toJSON: "y" };
  const runId = createUuidV7();
  await store(world, tenant, [runStarted(runId, { tags: words, config: words })]);
  const { status, text } = await ask("runs.list", tenant.ref);
  expect(status).toBe(200);
  expect(JSON.parse(text).result.data.runs[0]).toMatchObject({ id: runId, tags: words });
  expect((await ask("runs.get", { ...tenant.ref, runId })).status).toBe(200);
});
