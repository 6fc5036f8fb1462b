import { createDatabase, type Database, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test, vi } from "vitest";
import { listGrants } from "../grant/list";
import { removeGrant } from "../grant/remove";
import { setGrant } from "../grant/set";
import { acceptInvitation } from "../invitation/accept";
import { createInvitation } from "../invitation/create";
import { getInvitation } from "../invitation/get";
import { listInvitations } from "../invitation/list";
import { revokeInvitation } from "../invitation/revoke";
import { listOrganizationsForUser } from "../organization/list-for-user";
import { listProjectsForUser } from "../project/list-for-user";
import { listMembers } from "./list";
import { removeMember } from "./remove";
import { createTeam, type Somebody, type Team } from "./testing/team";
import { updateMember } from "./update";

/** People of other organisations, each a member of one and a guest of another. */
const OTHERS = 20_000;
const FILL = [
  `insert into organization (id, slug, name) select gen_random_uuid(), 'o' || i, 'Other' from generate_series(1, 10000) i`,
  `insert into project (id, organization_id, slug, name)
   select gen_random_uuid(), id, 'p', 'Other' from organization where name = 'Other'`,
  `insert into "user" (id, email, name)
   select gen_random_uuid(), 'other' || i || '@example.org', 'Other' from generate_series(1, ${OTHERS}) i`,
  `create temp table pair as
   select u.id as user_id, o.id as organization_id, p.id as project_id
   from (select id, row_number() over () % 10000 as n from "user" where name = 'Other') u
   join (select id, row_number() over () % 10000 as n from organization where name = 'Other') o using (n)
   join project p on p.organization_id = o.id`,
  `insert into membership (organization_id, user_id, role) select organization_id, user_id, 'viewer' from pair`,
  `insert into project_grant (project_id, user_id, role) select project_id, user_id, 'viewer' from pair`,
  `insert into invitation (id, organization_id, role, hash, created_by_id, expires_at)
   select gen_random_uuid(), organization_id, 'viewer', sha256(user_id::text::bytea), user_id, now() + interval '7 days'
   from pair`,
  "analyze",
];

const links = { hashingKey: Buffer.alloc(32, 5), publicUrl: "https://heddle.example" };
const { hashingKey } = links;

let db: Database;
let team: Team;
let owner: Somebody;
let member: Somebody;
beforeAll(async () => {
  const { url } = await createTestDatabase();
  db = createDatabase({ url, maxConnections: 1 });
  team = await createTeam(db);
  [owner, member] = [await team.member("owner"), await team.member("viewer")];
  for (let i = 0; i < 5; i++) await team.guest("viewer");
  await withSystemClient(db, async (client) => {
    // What only the owner of the tables may.
    await client.query("set local role none");
    for (const text of FILL) await client.query(text);
  });
  return () => db.close();
}, 300_000);

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  Plans?: Plan[];
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** The tables that a verb reads as a whole, by the plans of all that it asks, with the very rights it has. */
async function readWhole(verb: () => Promise<unknown>): Promise<string[]> {
  const client = await db.pool.connect();
  const query = client.query.bind(client);
  const whole = new Set<string>();
  let asked = 0;
  const spy = vi.spyOn(client, "query").mockImplementation(async (given: unknown, ...rest: unknown[]) => {
    const { text, values } = given as { text?: unknown; values: unknown[] };
    if (typeof text === "string" && /^\s*(select|update|delete)\b/i.test(text)) {
      const explained = await query(`explain (format json) ${text}`, values);
      asked++;
      for (const plan of nodes(explained.rows[0]["QUERY PLAN"][0].Plan)) {
        if (plan["Node Type"] === "Seq Scan") whole.add(plan["Relation Name"] ?? "");
      }
    }
    return Reflect.apply(query, client, [given, ...rest]);
  });
  client.release();
  try {
    await verb();
  } finally {
    spy.mockRestore();
  }
  expect(asked).toBeGreaterThan(0);
  return [...whole];
}

const invite = async () => createInvitation({ ctx: await owner.project(), input: { role: "viewer" }, links });

test.each<[string, () => Promise<unknown>]>([
  ["whose organisations", () => listOrganizationsForUser({ ctx: team.ctx, input: owner })],
  ["whose projects", () => listProjectsForUser({ ctx: team.ctx, input: owner })],
  ["who is in it", async () => listMembers({ ctx: await owner.organization() })],
  ["who sees the project", async () => listGrants({ ctx: await owner.project() })],
  ["who is invited", async () => listInvitations({ ctx: await owner.organization() })],
  ["who is invited to the project", async () => listInvitations({ ctx: await owner.project() })],
  [
    "a role",
    async () =>
      updateMember({ ctx: await owner.organization(), input: { userId: member.userId, role: "admin" } }),
  ],
  [
    "a grant",
    async () => {
      const ctx = await owner.project();
      await setGrant({ ctx, input: { userId: member.userId, role: "admin" } });
      await removeGrant({ ctx, input: { userId: member.userId } });
    },
  ],
  [
    "an invitation from beginning to end",
    async () => {
      const { link } = await invite();
      const token = link.split("/").at(-1) ?? "";
      await getInvitation({ ctx: team.ctx, input: { token }, hashingKey });
      await acceptInvitation({
        ctx: team.ctx,
        input: { token, userId: (await team.stranger()).userId },
        hashingKey,
      });
      const { id } = (await invite()).invitation;
      await revokeInvitation({ ctx: await owner.project(), input: { id } });
    },
  ],
  [
    "a removal",
    async () => removeMember({ ctx: await owner.organization(), input: { userId: member.userId } }),
  ],
])("%s: nothing of other tenants is read for it", async (_, verb) => {
  expect(await readWhole(verb)).toEqual([]);
});
