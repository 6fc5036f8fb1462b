import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { offencesOf } from "./expand-rules";
import { MIGRATIONS_DIR, migrationNames } from "./migrations-folder";

/** The last migration from before anything was served: nobody upgrades from an older one. */
const LAST_BEFORE = "20261123172100_run_number";

const later = (await migrationNames(MIGRATIONS_DIR)).filter((name) => name > LAST_BEFORE);

test.each(later)("%s goes together with the version before it, which still serves", async (name) => {
  const sql = await readFile(path.join(MIGRATIONS_DIR, name, "migration.sql"), "utf8");
  expect(offencesOf(sql)).toEqual([]);
});

test.each([
  'DROP TABLE "run"',
  'ALTER TABLE "run" DROP COLUMN "status"',
  'ALTER TABLE "run" ALTER COLUMN "tags" DROP DEFAULT',
  'ALTER TABLE "run" RENAME COLUMN "status" TO "state"',
  'ALTER TABLE "run" RENAME TO "runs"',
  'REVOKE SELECT ON "run" FROM "heddle_app"',
  'ALTER TABLE "run" ADD COLUMN "a" TEXT NOT NULL',
  'ALTER TABLE "run" ADD COLUMN     "a" TEXT NOT NULL,\nADD COLUMN "b" TEXT NOT NULL DEFAULT \'\'',
  'ALTER TABLE "run" ADD COLUMN "b" TEXT NOT NULL DEFAULT \'\', ADD COLUMN "a" TEXT NOT NULL',
  'ALTER TABLE "run" ADD COLUMN "a" UUID NOT NULL DEFAULT gen_random_uuid()',
  'ALTER TABLE "run" ALTER COLUMN "status" SET NOT NULL',
  'ALTER TABLE "run" ALTER COLUMN "number" SET DATA TYPE BIGINT',
  'ALTER TABLE "run" ADD CONSTRAINT "run_x" CHECK (number > 0)',
  'ALTER TABLE "run" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "b"("id")',
  'CREATE INDEX "i" ON "run"("number")',
  'CREATE UNIQUE INDEX "i" ON "run"("number")',
  'CREATE INDEX CONCURRENTLY "i" ON "run"("number")',
  'UPDATE "run" SET "number" = 1',
  'LOCK TABLE "run"',
  "DO $$ BEGIN DROP TABLE run; END $$",
  '-- While serving: no.\nDROP TABLE "run"',
  '-- An excuse is for the next statement only.\n-- While serving: that table is always empty.\nDROP TABLE "a";\nDROP TABLE "run"',
])("%s is refused", (sql) => expect(offencesOf(`${sql};`)).toHaveLength(1));

test.each([
  'CREATE TABLE "a" ("id" UUID NOT NULL);\nCREATE INDEX "i" ON "a"("id");\nALTER TABLE "a" ADD CONSTRAINT "f" FOREIGN KEY ("id") REFERENCES "b"("id");',
  'ALTER TABLE "run" ADD COLUMN "a" TEXT, ADD COLUMN "b" INTEGER NOT NULL DEFAULT 0;',
  'ALTER TABLE "run" ADD COLUMN "a" TEXT DEFAULT \'SET; NOT NULL\' NOT NULL;',
  'ALTER TABLE "run" ALTER COLUMN "status" DROP NOT NULL;',
  'ALTER TABLE "run" ADD CONSTRAINT "c" CHECK (number > 0) NOT VALID;',
  '-- It says DROP TABLE "run"; only here.\nGRANT SELECT ON "run" TO "heddle_app";',
  '-- While serving: the version before reads it nowhere; its last use went with 0.2.\nALTER TABLE "run" DROP COLUMN "x";',
])("%s is in order", (sql) => expect(offencesOf(sql)).toEqual([]));
