import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createTestDatabase, createTestProject } from "../testing";
import { withScopeClient, withSystemClient } from "./client-transaction";
import { withScope, withSystem } from "./prisma-transaction";

const db = await createTestDatabase();
const a = await createTestProject(db);
const b = await createTestProject(db);

async function addPipeline({ scope }: typeof a, name: string) {
  await withScope(db, scope, (tx) =>
    tx.pipeline.create({ data: { projectId: scope.projectId, id: randomUUID(), name } }),
  );
}
await addPipeline(a, "of a");
await addPipeline(b, "of b");

test("a connection outside a scope may touch no table", async () => {
  await expect(db.prisma.pipeline.findMany()).rejects.toThrow(/permission denied/);
  await expect(db.pool.query("SELECT FROM pipeline")).rejects.toThrow(/permission denied/);
});

test("a scope holds under concurrency, and a pool's connection keeps nothing of it", async () => {
  const reads = Array.from({ length: 200 }, async (_, i) => {
    const [tenant, name] = i % 2 ? [a, "of a"] : [b, "of b"];
    if (i % 7 === 0) {
      await expect(db.pool.query("SELECT FROM pipeline")).rejects.toThrow(/permission denied/);
    }
    if (i % 5 === 0) {
      const failed = withScope(db, tenant.scope, () => Promise.reject(new Error("rolled back")));
      await expect(failed).rejects.toThrow("rolled back");
    }
    const names =
      i % 3 === 0
        ? await withScopeClient(db, tenant.scope, async (client) => {
            const { rows } = await client.query<{ name: string }>("SELECT name FROM pipeline");
            return rows.map((row) => row.name);
          })
        : await withScope(db, tenant.scope, async (tx) => {
            await tx.$queryRaw`SELECT pg_sleep(0.002)::text`;
            return (await tx.pipeline.findMany()).map((pipeline) => pipeline.name);
          });
    expect(names).toEqual([name]);
  });
  await Promise.all(reads);
});

test("the system sees every project", async () => {
  const names = await withSystem(db, (tx) => tx.pipeline.findMany({ orderBy: { name: "asc" } }));
  expect(names.map((pipeline) => pipeline.name)).toEqual(["of a", "of b"]);
  const { rowCount } = await withSystemClient(db, (client) => client.query("SELECT FROM pipeline"));
  expect(rowCount).toBe(2);
});

test("a failing piece of work leaves nothing and gives its connection back", async () => {
  for (let i = 0; i < 30; i++) {
    const failed = withScopeClient(db, a.scope, async (client) => {
      await client.query("UPDATE pipeline SET name = 'changed'");
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
  }
  const { rows } = await withScopeClient(db, a.scope, (client) => client.query("SELECT name FROM pipeline"));
  expect(rows).toEqual([{ name: "of a" }]);
});

test("a broken connection is replaced and does not end the process", async () => {
  const broken = withScopeClient(db, a.scope, async (client) => {
    await client.query("SELECT pg_terminate_backend(pg_backend_pid())").catch(() => {});
    await client.query("SELECT 1");
  });
  await expect(broken).rejects.toThrow();
  expect(await withScope(db, a.scope, (tx) => tx.pipeline.count())).toBe(1);
});
