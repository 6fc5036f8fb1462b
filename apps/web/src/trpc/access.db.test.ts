import { createUuidV7 } from "@heddle/contract";
import { beforeAll, expect, test } from "vitest";
import { ACCESS } from "../testing/access-list";
import { store, wholeRun } from "../testing/telemetry";
import {
  callerFor,
  createMember,
  createTenant,
  createWorld,
  type Tenant,
  type World,
} from "../testing/world";
import { appRouter, type createCaller } from "./root";

const ROLES = ["viewer", "member", "admin", "owner"] as const;
const RANKS = { user: 0, viewer: 0, member: 1, admin: 2, owner: 3 };

let world: World;
let tenant: Tenant;
const runId = createUuidV7();
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
  await store(world, tenant, wholeRun(runId));
});

/** Something for every field that any procedure asks for; what does not concern it is left aside. */
const fields = () => ({
  ...tenant.ref,
  runId,
  node: "load",
  id: createUuidV7(),
  name: "Name",
  scopes: ["read"],
  kind: "slack",
  url: "https://hooks.slack.com/services/T/B/x",
  enabled: true,
});

const procedures = Object.entries(ACCESS.procedures);
const calls = appRouter._def.procedures as Record<string, unknown>;

/** The code of the refusal, or "none". What a procedure makes of a made-up id is no refusal of the caller. */
async function refusal(
  caller: ReturnType<typeof createCaller>,
  path: string,
  input: object,
): Promise<string> {
  let target: unknown = caller;
  for (const step of path.split(".")) target = Reflect.get(Object(target), step);
  if (typeof target !== "function") throw new Error(`${path} is not a procedure`);
  try {
    const result: unknown = await target(input);
    if (result && typeof result === "object" && Symbol.asyncIterator in result) await endOf(result);
    return "none";
  } catch (error) {
    const code: unknown = Reflect.get(Object(error), "code");
    return code === "UNAUTHORIZED" || code === "FORBIDDEN" || code === "NOT_FOUND" ? code : "none";
  }
}

async function endOf(stream: object): Promise<void> {
  await (stream as AsyncGenerator).next();
  await (stream as AsyncGenerator).return(undefined);
}

test("every procedure is on the list of who may call it, and nothing else", () => {
  expect(Object.keys(calls).sort()).toEqual(Object.keys(ACCESS.procedures).sort());
});

test.each(procedures)("%s is closed to visitors", async (path) => {
  expect(await refusal(callerFor(world, null), path, fields())).toBe("UNAUTHORIZED");
});

test.each(procedures.filter(([, who]) => who !== "user"))(
  "for people of other organisations there is no project behind %s",
  async (path) => {
    const stranger = await createTenant(world);
    expect(await refusal(stranger.owner.trpc, path, fields())).toBe("NOT_FOUND");
  },
);

test.each(procedures.filter(([, who]) => who !== "user"))(
  "%s is open to %s and those above",
  async (path, who) => {
    for (const role of ROLES) {
      const { trpc } = await createMember(world, tenant, role);
      const allowed = RANKS[role] >= RANKS[who];
      const got = await refusal(trpc, path, fields());
      expect({ [role]: got === "FORBIDDEN" ? "refused" : "open" }).toEqual({
        [role]: allowed ? "open" : "refused",
      });
    }
  },
);

test.each([["runs.get"], ["runs.graph"], ["runs.changes"], ["runs.changes"], ["runs.node"]])(
  "%s does not find a run of another project, though the caller is at home in theirs",
  async (path) => {
    const stranger = await createTenant(world);
    expect(await refusal(tenant.owner.trpc, path, fields())).toBe("none");
    expect(await refusal(stranger.owner.trpc, path, { ...fields(), ...stranger.ref })).toBe("NOT_FOUND");
  },
);

test("a key of another project can be neither seen nor revoked", async () => {
  const stranger = await createTenant(world);
  const [key] = await tenant.owner.trpc.keys.list(tenant.ref);
  const input = { ...stranger.ref, id: key?.id ?? "" };
  await expect(stranger.owner.trpc.keys.revoke(input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const seen = await stranger.owner.trpc.keys.list(stranger.ref);
  expect(seen.map(({ id }) => id)).not.toContain(key?.id);
  expect((await tenant.owner.trpc.keys.list(tenant.ref)).every(({ revokedAt }) => revokedAt === null)).toBe(
    true,
  );
});

test("the slugs of one's own organisation do not open another's project of the same name", async () => {
  const stranger = await createTenant(world);
  const mixed = { org: stranger.ref.org, project: tenant.ref.project };
  await expect(stranger.owner.trpc.runs.list(mixed)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a membership that ends ends the access with it", async () => {
  const { trpc, userId } = await createMember(world, tenant, "viewer");
  expect(await trpc.projects.list()).toHaveLength(1);
  await world.services.db.prisma.$transaction(async (tx) => {
    await tx.$executeRawUnsafe("SET LOCAL ROLE heddle_system");
    await tx.membership.deleteMany({ where: { userId } });
  });
  await expect(trpc.runs.list(tenant.ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await trpc.projects.list()).toEqual([]);
});
