import { randomUUID } from "node:crypto";
import { createUuidV7, LIMITS, problemSchema } from "@heddle/contract";
import { drain } from "@heddle/core";
import { withSystemClient } from "@heddle/db";
import { beforeAll, expect, test } from "vitest";
import { nodeFinished } from "../../testing/telemetry";
import { createTenant, createWorld, type Tenant, type World } from "../../testing/world";

let world: World;
let tenant: Tenant;
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
});

/** A batch of one event whose one attribute has this JSON as its value. */
function batchWith(json: string | Buffer): { body: Buffer; runId: string } {
  const runId = createUuidV7();
  const attributes = [{ name: "v", role: "info" as const, type: "x", schemaVersion: 1, value: "#" }];
  const text = JSON.stringify({
    writer: randomUUID(),
    batch: 0,
    sentAt: new Date().toISOString(),
    sdk: { name: "test", version: "0" },
    events: [{ seq: 0, ...nodeFinished(runId, "n", { attributes }) }],
  });
  const [before = "", after = ""] = text.split('"#"');
  return { body: Buffer.concat([Buffer.from(before), Buffer.from(json), Buffer.from(after)]), runId };
}

async function post(body: Buffer): Promise<Response> {
  const headers = { authorization: `Bearer ${tenant.keys.ingest}`, "content-type": "application/json" };
  return await world.api.request("/api/v1/telemetry", {
    method: "POST",
    headers,
    body: new Uint8Array(body),
  });
}

async function storedValue(runId: string): Promise<unknown> {
  const done = await drain({ ctx: world.services });
  expect(done.failed).toEqual([]);
  const { rows } = await withSystemClient(world.services.db, (client) =>
    client.query("select value from node_attribute where project_id = $1 and run_id = $2", [
      tenant.scope.projectId,
      runId,
    ]),
  );
  expect(rows).toHaveLength(1);
  return rows[0].value;
}

const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const members = (count: number) => `{${Array.from({ length: count }, (_, i) => `"k${i}":1`).join(",")}}`;
/** The event, its attributes and the attribute are around the value. */
const DEEPEST = LIMITS.jsonDepth - 3;

test.each<[string, string, unknown]>([
  ["NaN and infinities", "[NaN,Infinity,-Infinity]", [null, null, null]],
  ["a whole number beyond 2^53", "9007199254740993", 9007199254740992],
  ["a whole number beyond 2^64", "36893488147419103232", 2 ** 65],
  ["the largest and the smallest float", "[1.7976931348623157e308,5e-324]", [1.7976931348623157e308, 5e-324]],
  ["a number too small to tell from 0", "1e-400", 0],
  ["-0", "-0", 0],
  ["NUL", '["a\\u0000b",{"\\u0000":1}]', ["a\ufffdb", { "\ufffd": 1 }]],
  ["halves of surrogate pairs", '["\\ud800","x\\udfff","\\ud83d\\ude00"]', ["\ufffd", "x\ufffd", "😀"]],
  [
    "__proto__, constructor and prototype",
    '{"__proto__":{"a":1},"constructor":{"prototype":1}}',
    { constructor: { prototype: 1 } },
  ],
  ["__proto__, written with an escape", '{"\\u005f_proto__":{"a":1},"b":2}', { b: 2 }],
  ["members of the same name", '{"a":1,"b":2,"a":3}', { a: 3, b: 2 }],
  ["a string of 3 MB", `"${"x".repeat(3_000_000)}"`, "x".repeat(3_000_000)],
  ["names without letters", '{"":1," ":{"":[]}}', { "": 1, " ": { "": [] } }],
  ["noncharacters and controls", '"\\u0001\\ufffe\\u007f\\u2028\\ufeff"', "\u0001\ufffe\u007f\u2028\ufeff"],
  ["lists as deep as is allowed", nested(DEEPEST), JSON.parse(nested(DEEPEST))],
  ["as many members as are allowed", members(LIMITS.jsonMembers), JSON.parse(members(LIMITS.jsonMembers))],
])("%s: taken and stored", async (_, json, expected) => {
  const { body, runId } = batchWith(json);
  const answer = await post(body);
  expect([answer.status, await answer.json()]).toMatchObject([202, { accepted: 1, rejected: [] }]);
  expect(await storedValue(runId)).toEqual(expected);
});

test.each<[string, string | Buffer, number, string, string]>([
  ["1e400", "1e400", 422, "nothing_accepted", "/events/0/attributes/0/value"],
  ["lists deeper than is allowed", nested(DEEPEST + 1), 422, "nothing_accepted", "/events/0"],
  ["lists of 100,000 levels", nested(100_000), 422, "nothing_accepted", "/events/0"],
  ["100,000 members", members(100_000), 422, "nothing_accepted", "/events/0/attributes/0/value"],
  ["an event of 5 MB", `"${"x".repeat(5_000_000)}"`, 422, "nothing_accepted", "/events/0"],
  ["a string of 11 MB", `"${"x".repeat(11_000_000)}"`, 413, "too_large", ""],
  ["bytes that are not UTF-8", Buffer.from([0x22, 0xc3, 0x28, 0x22]), 400, "invalid", ""],
  ["a surrogate encoded as UTF-8", Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 400, "invalid", ""],
  ["a NUL that is not escaped", '"\0"', 400, "invalid", ""],
  ["undefined", "undefined", 400, "invalid", ""],
  ["a number in hexadecimal", "0x10", 400, "invalid", ""],
])("%s: refused with a reason", async (_, json, status, code, path) => {
  const answer = await post(batchWith(json).body);
  const problem = problemSchema.parse(await answer.json());
  expect([answer.status, problem]).toMatchObject([status, { code, path }]);
  expect(problem.message).not.toBe("");
  expect(problem.fix).not.toBe("");
});

test("a byte order mark is passed over", async () => {
  const { body } = batchWith("1");
  const answer = await post(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]));
  expect(answer.status).toBe(202);
});

test("odd events of all kinds neither fail nor stop a batch", async () => {
  const runId = createUuidV7();
  const odd = [
    "\0",
    "__proto__",
    "\ud800",
    "",
    "x".repeat(5000),
    1e308,
    -1,
    null,
    [],
    {},
    true,
    "2026-02-30T00:00:00Z",
  ];
  const good = { seq: 0, ...nodeFinished(runId, "good") };
  const events: unknown[] = [good];
  for (const key of [...Object.keys(good), "attributes", "error"]) {
    for (const value of odd) events.push({ ...good, [key]: value });
  }
  const body = {
    writer: randomUUID(),
    batch: 0,
    sentAt: new Date().toISOString(),
    sdk: { name: "t", version: "0" },
    events,
  };
  const answer = await post(Buffer.from(JSON.stringify(body)));
  expect(answer.status).toBe(202);
  expect((await drain({ ctx: world.services })).failed).toEqual([]);
});
