-- AlterTable
ALTER TABLE "alert_incident" ADD COLUMN     "failure_id" UUID;

-- CreateTable
CREATE TABLE "run_batch" (
    "project_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "writer" UUID NOT NULL,
    "batch" BIGINT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL,
    "events" INTEGER NOT NULL,
    "first_seq" BIGINT NOT NULL,
    "last_seq" BIGINT NOT NULL,

    CONSTRAINT "run_batch_pkey" PRIMARY KEY ("project_id","run_id","writer","batch")
) PARTITION BY RANGE ("run_id");

-- CreateTable
CREATE TABLE "failure" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "pipeline_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "node" TEXT,
    "error_type" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "runs" INTEGER NOT NULL DEFAULT 1,
    "first_run_id" UUID NOT NULL,
    "last_run_id" UUID NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "muted_until" TIMESTAMPTZ(3),

    CONSTRAINT "failure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "failure_project_id_last_run_id_idx" ON "failure"("project_id", "last_run_id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "failure_project_id_pipeline_id_fingerprint_key" ON "failure"("project_id", "pipeline_id", "fingerprint");

-- CreateIndex
CREATE INDEX "code_version_project_id_pipeline_created_at_idx" ON "code_version"("project_id", "pipeline", "created_at" DESC);

-- CreateIndex
CREATE INDEX "run_project_id_code_version_id_idx" ON "run"("project_id", "code_version", "id" DESC);

-- CreateIndex
CREATE INDEX "run_tags_idx" ON "run" USING GIN ("tags" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "alert_incident_project_id_failure_id_run_id_idx" ON "alert_incident"("project_id", "failure_id", "run_id" DESC);

-- What Prisma cannot say: partitions, row-level security, and what the new tables know of the past.

CREATE TABLE "partition"."run_batch_default" PARTITION OF "run_batch" DEFAULT;

-- Makes the partitions of one month where they are missing. A UUIDv7 begins with its milliseconds, so
-- that a month is a range of ids. The lock timeout keeps a long reader from stopping every writer
-- queued behind this; the next call tries again.
CREATE OR REPLACE FUNCTION "ensure_partitions"("month" date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET lock_timeout = '5s'
SET client_min_messages = warning
AS $$
DECLARE
  suffix text := to_char(month, 'YYYY_MM');
  low uuid := (lpad(to_hex((extract(epoch FROM month::timestamp) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
  high uuid := (lpad(to_hex((extract(epoch FROM month::timestamp + interval '1 month') * 1000)::bigint), 12, '0')
    || repeat('0', 20))::uuid;
  parent text;
  key_column text;
  made text;
BEGIN
  FOR parent, key_column IN
    VALUES ('run', 'id'), ('node_run', 'run_id'), ('node_attribute', 'run_id'), ('column_stat', 'run_id'),
      ('run_batch', 'run_id')
  LOOP
    made := format('"partition".%I', parent || '_' || suffix);
    CONTINUE WHEN to_regclass(made) IS NOT NULL;
    -- Keeps out other callers, and writers: one that chose the default partition before this commits
    -- would be refused; so it waits.
    EXECUTE format('LOCK TABLE public.%I IN SHARE ROW EXCLUSIVE MODE', parent);
    CONTINUE WHEN to_regclass(made) IS NOT NULL;
    EXECUTE format('LOCK TABLE "partition".%I IN ACCESS EXCLUSIVE MODE', parent || '_default');
    EXECUTE format('CREATE TABLE %s (LIKE public.%I INCLUDING DEFAULTS INCLUDING STORAGE)', made, parent);
    EXECUTE format(
      'WITH moved AS (DELETE FROM "partition".%1$I WHERE %2$I >= %3$L AND %2$I < %4$L RETURNING *)
       INSERT INTO %5$s SELECT * FROM moved',
      parent || '_default', key_column, low, high, made);
    EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION %s FOR VALUES FROM (%L) TO (%L)', parent, made, low, high);
  END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON "run_batch", "failure" TO "heddle_app", "heddle_system";

DO $$
DECLARE
  made text;
BEGIN
  FOREACH made IN ARRAY ARRAY['run_batch', 'failure'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', made);
    EXECUTE format('CREATE POLICY "tenant" ON %I TO "heddle_app" USING (%s) WITH CHECK (%2$s)',
      made, 'project_id = (SELECT public.current_project_id())');
    EXECUTE format('CREATE POLICY "system" ON %I TO "heddle_system" USING (true) WITH CHECK (true)', made);
  END LOOP;
END
$$;

INSERT INTO "failure" ("id", "project_id", "pipeline_id", "fingerprint", "node", "error_type", "message", "runs",
  "first_run_id", "last_run_id")
SELECT gen_random_uuid(), i.project_id, i.pipeline_id, i.fingerprint, r.failure ->> 'node',
  coalesce(r.failure ->> 'type', 'Error'), coalesce(r.failure ->> 'message', ''), g.runs, g.first_run_id, g.last_run_id
FROM (
  SELECT project_id, pipeline_id, fingerprint, count(*) AS runs,
    (array_agg(run_id ORDER BY run_id))[1] AS first_run_id,
    (array_agg(run_id ORDER BY run_id DESC))[1] AS last_run_id
  FROM "alert_incident" WHERE pipeline_id IS NOT NULL AND fingerprint IS NOT NULL
  GROUP BY project_id, pipeline_id, fingerprint
) g
JOIN "alert_incident" i ON i.project_id = g.project_id AND i.run_id = g.last_run_id
LEFT JOIN "run" r ON r.project_id = i.project_id AND r.id = i.run_id;

UPDATE "alert_incident" i SET "failure_id" = f.id FROM "failure" f
WHERE f.project_id = i.project_id AND f.pipeline_id = i.pipeline_id AND f.fingerprint = i.fingerprint;
