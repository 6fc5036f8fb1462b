import { createUuidV7 } from "@heddle/contract";
import { createDatabase, type Database, withSystemClient } from "@heddle/db";
import { createTestDatabase, createTestProject } from "@heddle/db/testing";
import { beforeAll, expect, test, vi } from "vitest";
import type { Context, OrganizationContext } from "../context";
import type { TenantContext } from "../tenant";
import { cursorAt } from "./bounds";
import { listAuditEvents } from "./list";
import { LOOKED_AT } from "./read";

const NOW = new Date("2026-11-20T12:00:00Z");
const EVENTS = 200_000;
const LIMIT = 50;
/** The index of ids serves as well as that of the organisation, of which every other event is. */
const PAGE = 2 * (LIMIT + 2);

/** Events of one organisation over 400 days, every third of its project; and as many of another one. */
const FILL = `
  insert into audit_event (id, organization_id, project_id, actor_type, actor, action, target, created_at)
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
      || substr(md5($1::text || i), 1, 3) || '8' || substr(md5($1::text || i), 4, 15))::uuid,
    $1::uuid, case when i % 3 = 0 then $2::uuid end, 'user',
    case when i = 5 then 'rare@example.org' else 'u' || i % 50 || '@example.org' end,
    (array['key.created', 'member.removed', 'channel.changed'])[i % 3 + 1], 'target ' || i, at
  from (select i, $3::timestamptz - make_interval(secs => (${EVENTS} - i) * 400 * 86400.0 / ${EVENTS}) as at
    from generate_series(1, ${EVENTS}) i) made`;

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
}

let db: Database;
let organization: OrganizationContext;
let project: Context;
let slug: string;

beforeAll(async () => {
  const { url } = await createTestDatabase();
  db = createDatabase({ url, maxConnections: 1 });
  const [mine, other] = [await createTestProject(db), await createTestProject(db)];
  await withSystemClient(db, async (client) => {
    await client.query("set local statement_timeout = '5min'");
    for (const { scope } of [mine, other]) {
      await client.query(FILL, [scope.organizationId, scope.projectId, NOW]);
    }
  });
  await withSystemClient(db, async (client) => {
    // What autovacuum does within a minute; only the owner may.
    await client.query("set local role none");
    await client.query("analyze audit_event");
  });
  const base = { db, now: () => NOW, actor: { type: "system", job: "test" } } as const;
  organization = { ...base, organizationId: mine.scope.organizationId };
  project = { ...base, scope: mine.scope };
  slug = mine.project.slug;
  return () => db.close();
}, 300_000);

function nodes(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)];
}

/** Runs the verb and explains what it asked of the events, with the very rights that it had. */
async function plansOf(verb: () => Promise<unknown>): Promise<Plan[]> {
  const client = await db.pool.connect();
  const query = client.query.bind(client);
  const found: Plan[] = [];
  const spy = vi.spyOn(client, "query").mockImplementation(async (given: unknown, ...rest: unknown[]) => {
    const { text, values } = given as { text: string; values: unknown[] };
    if (typeof text === "string" && text.includes("from audit_event")) {
      const explained = await query(`explain (analyze, format json) ${text}`, values);
      found.push(...nodes(explained.rows[0]["QUERY PLAN"][0].Plan));
    }
    return Reflect.apply(query, client, [given, ...rest]);
  });
  client.release();
  await verb();
  spy.mockRestore();
  return found;
}

function rowsRead(plans: Plan[]): number {
  return plans
    .filter((plan) => plan["Relation Name"] === "audit_event")
    .reduce((sum, plan) => {
      return sum + (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"];
    }, 0);
}

const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const later = (ctx: TenantContext) => {
  const home = "scope" in ctx ? ctx.scope : { organizationId: ctx.organizationId, projectId: null };
  return cursorAt(home, "newest", createUuidV7(ago(200).getTime()));
};

test.each([
  ["the newest", () => organization, () => ({}), PAGE],
  ["the next page", () => organization, () => ({ cursor: later(organization) }), PAGE],
  ["the project's", () => project, () => ({}), PAGE],
  ["the project's next page", () => project, () => ({ cursor: later(project) }), PAGE],
  ["one project's of the organisation", () => organization, () => ({ project: slug }), PAGE],
  ["a time", () => organization, () => ({ until: ago(300).toISOString() }), PAGE],
  ["the oldest, to follow", () => organization, () => ({ order: "oldest" }), PAGE],
  ["one thing's", () => organization, () => ({ action: "member" }), 3 * PAGE],
  ["one person's", () => organization, () => ({ actor: "u7@" }), 50 * PAGE],
  ["nobody's", () => organization, () => ({ actor: "nobody" }), 4 * LOOKED_AT],
  ["nobody's in the project", () => project, () => ({ actor: "nobody" }), 4 * LOOKED_AT],
] as const)(
  "a page of events, %s, reads a range of an index and sorts nothing",
  async (_, ctx, input, most) => {
    const ask = () => listAuditEvents({ ctx: ctx(), input: { limit: LIMIT, ...input() } });
    const plans = await plansOf(ask);
    expect(plans.length).toBeGreaterThan(0);
    const kinds = plans.map((plan) => plan["Node Type"]);
    expect(kinds.filter((kind) => /Sort|Seq Scan|Bitmap/.test(kind))).toEqual([]);
    expect(rowsRead(plans)).toBeLessThanOrEqual(most);
  },
);

test("a rare event is found through empty pages", async () => {
  const input = { actor: "rare@", limit: LIMIT };
  let pages = 0;
  for (let cursor: string | null | undefined; cursor !== null; pages++) {
    const page = await listAuditEvents({ ctx: organization, input: { ...input, cursor } });
    if (page.events.length > 0) expect(page.events).toMatchObject([{ target: "target 5" }]);
    cursor = page.nextCursor;
  }
  expect(pages).toBe(EVENTS / LOOKED_AT + 1);
});
