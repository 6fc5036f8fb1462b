import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeEach, expect, it } from "vitest";
import { ingestContext } from "../testing/ingest-context";
import { isBehind, MOST_WAITING } from "./is-behind";

let db: TestDatabase;
beforeEach(async () => {
  db = await createTestDatabase();
});

/** Puts batches into the inbox of a project, whose bodies are of so many bytes. */
async function fill(projectId: string, batches: number, bytes: number): Promise<void> {
  await withSystemClient(db, (client) =>
    client.query(
      `insert into ingest_batch (project_id, writer, batch, encoding, body)
        select $1, gen_random_uuid(), nr, 'gzip', body
          from (select convert_to(repeat('x', $3), 'utf8') as body) one, generate_series(1, $2) nr`,
      [projectId, batches, bytes],
    ),
  );
}

it("counts the batches of one project", async () => {
  const [ctx, other] = [await ingestContext(db, new Date()), await ingestContext(db, new Date())];
  await fill(other.scope.projectId, MOST_WAITING.batches + 5, 1);
  await fill(ctx.scope.projectId, MOST_WAITING.batches - 1, 1);
  expect(await isBehind({ ctx })).toBe(false);
  await fill(ctx.scope.projectId, 1, 1);
  expect(await isBehind({ ctx })).toBe(true);
  expect(await isBehind({ ctx: other })).toBe(true);
});

it("counts their bytes, however few they are", async () => {
  const ctx = await ingestContext(db, new Date());
  const each = 128 * 1024 ** 2;
  await fill(ctx.scope.projectId, MOST_WAITING.bytes / each - 1, each);
  expect(await isBehind({ ctx })).toBe(false);
  await fill(ctx.scope.projectId, 1, each);
  expect(await isBehind({ ctx })).toBe(true);
});
