import { randomUUID } from "node:crypto";
import { acceptBatch, type Context, drain, hashVersion, storeBlob } from "@heddle/core";
import { withSystem } from "@heddle/db";
import { migrate } from "@heddle/db/migrate";
import type { Record } from "../load/record";
import { type Owner, openOwner } from "./owner";

/**
 * Another database on the same server, in which nothing is disturbed: every acknowledged batch comes once, in
 * the order in which it was first sent.
 */
export async function makeReference(databaseUrl: string, record: Record): Promise<Owner> {
  const server = await openOwner(databaseUrl);
  await server.rows("create database reference");
  await server.close();
  const url = new URL(databaseUrl);
  url.pathname = "/reference";
  await migrate({ url: url.href });
  const owner = await openOwner(url.href);
  const ctx = await makeProject(owner);
  for (const { batch } of record.acknowledged)
    await acceptBatch({ ctx, input: { body: batch.body, encoding: "gzip" } });
  for (;;) {
    const { batches, failed } = await drain({ ctx });
    if (failed[0]) throw new Error(`The reference could not store a batch: ${failed[0].error}`);
    if (batches.length === 0) break;
  }
  await hashAll(ctx, owner, record);
  return owner;
}

async function makeProject({ db }: Owner): Promise<Context> {
  const scope = { organizationId: randomUUID(), projectId: randomUUID() };
  const { organizationId, projectId } = scope;
  await withSystem(db, async (tx) => {
    await tx.organization.create({ data: { id: organizationId, slug: "reference", name: "Reference" } });
    await tx.project.create({ data: { id: projectId, organizationId, slug: "main", name: "Main" } });
  });
  return { db, scope, actor: { type: "system", job: "faults" }, now: () => new Date() };
}

async function hashAll(ctx: Context, owner: Owner, record: Record): Promise<void> {
  for (const [sha256, text] of record.blobs)
    await storeBlob({ ctx, input: { sha256, body: Buffer.from(text) } });
  const versions = await owner.rows<{ hash: string }>("select hash from code_version");
  const { projectId } = ctx.scope;
  for (const { hash } of versions) await hashVersion({ ctx, input: { projectId, codeVersion: hash } });
}
