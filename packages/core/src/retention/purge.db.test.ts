import { randomUUID } from "node:crypto";
import { withSystem, withSystemClient } from "@heddle/db";
import { createTestDatabase, createTestProject } from "@heddle/db/testing";
import { beforeEach, describe, expect, test } from "vitest";
import { recordAudit } from "../audit/record";
import { storeBlob } from "../ingest/accept/store-blob";
import { drainAll } from "../ingest/testing/drain-all";
import { restoreProject } from "../project/restore";
import { findPurgeableProjects } from "./find-purgeable";
import { purgeOrganizations } from "./purge-organizations";
import { purgeProject } from "./purge-project";
import { type RetainedProject, retainedProject } from "./testing/retained-project";
import { rowsOfProject } from "./testing/rows-of-project";

const DAY_MS = 24 * 60 * 60 * 1000;
const db = await createTestDatabase();
const today = new Date();
const later = new Date(today.getTime() + 7 * DAY_MS + 60 * 60 * 1000 + 1);
let project: RetainedProject;
let everything: Record<string, number>;

/** A project with rows in every table that has a `project_id`. */
beforeEach(async () => {
  project = await retainedProject(db, today);
  const { scope } = project.ctx;
  const { projectId, organizationId } = scope;
  const run = await project.addRun(today);
  for (const [sha256, text] of run.blobs) {
    await storeBlob({ ctx: project.ctx, input: { sha256, body: Buffer.from(text) } });
  }
  const own = { projectId, id: randomUUID() };
  const hash = () => new Uint8Array(Buffer.from(randomUUID()));
  const dates = { createdAt: today, expiresAt: later };
  await withSystem(db, async (tx) => {
    const incident = { ...own, runId: run.runId };
    const seen = { firstRunId: run.runId, lastRunId: run.runId };
    await tx.failure.create({
      data: { ...own, pipelineId: own.id, fingerprint: "f", errorType: "Error", message: "m", ...seen },
    });
    const arrival = { receivedAt: today, storedAt: today, events: 1, firstSeq: 0n, lastSeq: 0n };
    await tx.runBatch.create({
      data: { projectId, runId: run.runId, writer: own.id, batch: 0n, ...arrival },
    });
    await tx.alertIncident.create({ data: incident });
    await tx.alertDelivery.create({ data: { ...own, incidentId: own.id, channelId: own.id } });
    await tx.alertChannel.create({ data: { ...own, kind: "slack", name: "c", secret: hash(), hint: "" } });
    await tx.runAlias.create({ data: { projectId, source: "s", externalId: "e", runId: run.runId } });
    await tx.nameText.create({ data: { projectId, key: "k", text: "t" } });
    const batch = { projectId, writer: randomUUID(), batch: 0n, encoding: "gzip", body: hash() };
    await tx.quarantinedBatch.create({
      data: { id: BigInt(Math.floor(Math.random() * 1e12)), ...batch, receivedAt: today, error: "e" },
    });
    await tx.ingestBatch.create({ data: { ...batch, attempts: 1 } });
    await tx.user.create({ data: { id: own.id, email: `${own.id}@example.org`, name: "Guest" } });
    await tx.projectGrant.create({ data: { projectId, userId: own.id, role: "viewer" } });
    const tenant = { ...own, organizationId };
    await tx.invitation.create({ data: { ...tenant, role: "viewer", hash: hash(), ...dates } });
    await tx.apiKey.create({ data: { ...tenant, name: "k", prefix: "", hash: hash(), scopes: [] } });
    await recordAudit(tx, project.ctx, {
      action: "project.changed",
      target: "Name of it",
      targetId: projectId,
    });
  });
  everything = await rowsOfProject(db, projectId);
});

const close = (table: "project" | "organization", id: string, deletedAt: Date | null = today) =>
  withSystemClient(db, (client) =>
    client.query(`update ${table} set deleted_at = $2 where id = $1`, [id, deletedAt]),
  );
const step = (now = later) =>
  purgeProject({ ctx: { db, now: () => now }, input: { projectId: project.projectId } });
async function purge(now = later): Promise<void> {
  while ((await step(now)).more);
}
const isThere = async () =>
  (await withSystem(db, (tx) => tx.project.count({ where: { id: project.projectId } }))) === 1;

test("the project of these tests has something in every table", async () => {
  const { rows } = await withSystemClient(db, (client) =>
    client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'project_id' order by 1`,
    ),
  );
  expect(Object.keys(everything)).toEqual(rows.map(({ name }) => name));
});

test("after the purge no table holds a row of it but the audit log, and others keep theirs", async () => {
  const other = await retainedProject(db, today);
  await other.addRun(today);
  const theirs = await rowsOfProject(db, other.projectId);
  await close("project", project.projectId);
  await purge();
  expect(await isThere()).toBe(false);
  expect(await rowsOfProject(db, project.projectId)).toEqual({ audit_event: everything.audit_event });
  const events = await withSystem(db, (tx) =>
    tx.auditEvent.findMany({ where: { projectId: project.projectId } }),
  );
  expect(events).toMatchObject([{ target: "Name of it", organizationId: project.ctx.scope.organizationId }]);
  expect(await rowsOfProject(db, other.projectId)).toEqual(theirs);
});

test("nothing goes while it can be restored", async () => {
  const { organizationId } = project.ctx.scope;
  const ctx = { ...project.ctx, organizationId };
  await purge();
  await close("project", project.projectId);
  const justBefore = new Date(today.getTime() + 7 * DAY_MS - 1);
  await purge(justBefore);
  expect(await findPurgeableProjects({ ctx: { db, now: () => justBefore } })).toEqual([]);
  expect(await rowsOfProject(db, project.projectId)).toEqual(everything);
  const args = { ctx: { ...ctx, now: () => justBefore }, input: { id: project.projectId } };
  await restoreProject(args);
  await purge();
  expect((await rowsOfProject(db, project.projectId)).run).toBe(everything.run);
  await close("project", project.projectId);
  const tooLate = { ...args, ctx: { ...ctx, now: () => later } };
  await expect(restoreProject(tooLate)).rejects.toMatchObject({ code: "not_found" });
});

test("broken off between two steps it goes on, and several workers do it together", async () => {
  await withSystemClient(db, (client) =>
    client.query(
      `insert into node_run (project_id, run_id, node, task, attempt, status)
       select $1, gen_random_uuid(), 'many', i::text, 0, 'succeeded' from generate_series(1, 12000) i`,
      [project.projectId],
    ),
  );
  await close("project", project.projectId);
  expect(await step()).toEqual({ more: true, gone: false });
  const { node_run: left = 0 } = await rowsOfProject(db, project.projectId);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(12_000);
  expect(await isThere()).toBe(true);
  await Promise.all([purge(), purge(), purge()]);
  await purge();
  expect(await isThere()).toBe(false);
  expect(Object.keys(await rowsOfProject(db, project.projectId))).toEqual(["audit_event"]);
});

test("batches that are stored while the project is purged leave nothing behind", async () => {
  const { events } = await project.addRun(today);
  for (let i = 0; i < 8; i++) await project.leaveInInbox(events);
  await close("project", project.projectId);
  await Promise.all([drainAll(db), purge(), drainAll(db)]);
  await purge();
  expect(Object.keys(await rowsOfProject(db, project.projectId))).toEqual(["audit_event"]);
  expect((await drainAll(db)).failed).toEqual([]);
});

describe("an organisation", () => {
  const sweep = async (now: Date) => {
    const ctx = { db, now: () => now };
    for (const input of await findPurgeableProjects({ ctx })) {
      while ((await purgeProject({ ctx, input })).more);
    }
    return purgeOrganizations({ ctx });
  };

  test("goes after its projects, with all of it but the audit log", async () => {
    const { organizationId } = project.ctx.scope;
    const other = await createTestProject(db);
    const userId = randomUUID();
    await withSystem(db, async (tx) => {
      await tx.user.create({ data: { id: userId, email: `${userId}@example.org`, name: "Owner" } });
      await tx.membership.create({ data: { organizationId, userId, role: "owner" } });
    });
    await close("organization", organizationId);
    expect(await purgeOrganizations({ ctx: { db, now: () => later } })).toBe(0);
    expect(await sweep(today)).toBe(0);
    expect(await sweep(later)).toBe(1);
    const left = await withSystemClient(db, async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(
        `select table_name as name from information_schema.columns
         where table_schema = 'public' and column_name = 'organization_id'`,
      );
      const found: string[] = [];
      for (const { name } of tables) {
        const text = `select from ${name} where organization_id = $1`;
        if ((await client.query(text, [organizationId])).rowCount) found.push(name);
      }
      return found;
    });
    expect(left).toEqual(["audit_event"]);
    const where = { id: { in: [organizationId, other.scope.organizationId] } };
    expect(await withSystem(db, (tx) => tx.organization.count({ where }))).toBe(1);
    expect(await withSystem(db, (tx) => tx.user.count({ where: { id: userId } }))).toBe(1);
  });
});
