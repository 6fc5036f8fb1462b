-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'admin', 'member', 'viewer');

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("organization_id","user_id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "served_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pipeline" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "last_number" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pipeline_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "code_version" (
    "project_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "pipeline" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "git" JSONB,
    "node_count" INTEGER NOT NULL,
    "files" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hashed_at" TIMESTAMPTZ(3),

    CONSTRAINT "code_version_pkey" PRIMARY KEY ("project_id","hash")
);

-- CreateTable
CREATE TABLE "code_blob" (
    "project_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "code_blob_pkey" PRIMARY KEY ("project_id","sha256")
);

-- CreateTable
CREATE TABLE "node_version" (
    "project_id" UUID NOT NULL,
    "code_version" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "dependencies" TEXT[],
    "type" TEXT,
    "doc" TEXT,
    "module" TEXT,
    "owner" TEXT,
    "tags" JSONB NOT NULL,
    "path" TEXT,
    "start_line" INTEGER,
    "end_line" INTEGER,
    "code_hash" TEXT,
    "closure_hash" TEXT,
    "hash_algorithm" TEXT,

    CONSTRAINT "node_version_pkey" PRIMARY KEY ("project_id","code_version","node")
);

-- CreateTable
CREATE TABLE "name_text" (
    "project_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "name_text_pkey" PRIMARY KEY ("project_id","key")
);

-- CreateTable
CREATE TABLE "environment_snapshot" (
    "project_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "environment_snapshot_pkey" PRIMARY KEY ("project_id","hash")
);

-- CreateTable
CREATE TABLE "run" (
    "project_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pipeline_id" UUID,
    "number" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'running',
    "code_version" TEXT,
    "git" JSONB,
    "environment_hash" TEXT,
    "config" JSONB NOT NULL DEFAULT '{}',
    "tags" JSONB NOT NULL DEFAULT '{}',
    "inputs" JSONB NOT NULL DEFAULT '[]',
    "trigger" TEXT,
    "parent_run_id" UUID,
    "planned_nodes" TEXT[],
    "heartbeat_seconds" DOUBLE PRECISION,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "error" JSONB,
    "dropped" JSONB NOT NULL DEFAULT '{}',
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "nodes_total" INTEGER NOT NULL DEFAULT 0,
    "nodes_succeeded" INTEGER NOT NULL DEFAULT 0,
    "nodes_failed" INTEGER NOT NULL DEFAULT 0,
    "nodes_running" INTEGER NOT NULL DEFAULT 0,
    "nodes_skipped" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,

    CONSTRAINT "run_pkey" PRIMARY KEY ("project_id","id")
) PARTITION BY RANGE ("id");

-- CreateTable
CREATE TABLE "run_alias" (
    "project_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "run_id" UUID NOT NULL,

    CONSTRAINT "run_alias_pkey" PRIMARY KEY ("project_id","source","external_id")
);

-- CreateTable
CREATE TABLE "node_run" (
    "project_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "node" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "error" JSONB,
    "fingerprint" TEXT,
    "earlier" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "node_run_pkey" PRIMARY KEY ("project_id","run_id","node","task")
) PARTITION BY RANGE ("run_id");

-- CreateTable
CREATE TABLE "node_attribute" (
    "project_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "node" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "attempt" INTEGER NOT NULL,
    "writer" UUID NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "node_attribute_pkey" PRIMARY KEY ("project_id","run_id","node","task","name")
) PARTITION BY RANGE ("run_id");

-- CreateTable
CREATE TABLE "column_stat" (
    "project_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "node" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "attribute" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "data_type" TEXT NOT NULL,
    "count" BIGINT NOT NULL,
    "missing" BIGINT NOT NULL,
    "distinct" BIGINT NOT NULL,
    "mean" DOUBLE PRECISION,
    "std" DOUBLE PRECISION,
    "min" DOUBLE PRECISION,
    "max" DOUBLE PRECISION,
    "profile" JSONB NOT NULL,
    "attempt" INTEGER NOT NULL,
    "writer" UUID NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "column_stat_pkey" PRIMARY KEY ("project_id","run_id","node","task","attribute","column")
) PARTITION BY RANGE ("run_id");

-- CreateTable
CREATE TABLE "ingest_batch" (
    "id" BIGSERIAL NOT NULL,
    "project_id" UUID NOT NULL,
    "writer" UUID NOT NULL,
    "batch" BIGINT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "encoding" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ingest_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarantined_batch" (
    "id" BIGINT NOT NULL,
    "project_id" UUID NOT NULL,
    "writer" UUID NOT NULL,
    "batch" BIGINT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "encoding" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "error" TEXT NOT NULL,
    "quarantined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quarantined_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_receipt" (
    "project_id" UUID NOT NULL,
    "writer" UUID NOT NULL,
    "batch" BIGINT NOT NULL,
    "digest" BYTEA NOT NULL,
    "answer" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "batch_receipt_pkey" PRIMARY KEY ("project_id","writer","batch")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_channel" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_incident" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "pipeline_id" UUID,
    "node" TEXT,
    "fingerprint" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_delivery" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "project_id" UUID,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_organization_id_slug_key" ON "project"("organization_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE INDEX "api_key_project_id_idx" ON "api_key"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "pipeline_project_id_name_key" ON "pipeline"("project_id", "name");

-- CreateIndex
CREATE INDEX "run_project_id_pipeline_id_id_idx" ON "run"("project_id", "pipeline_id", "id" DESC);

-- CreateIndex
CREATE INDEX "run_project_id_status_id_idx" ON "run"("project_id", "status", "id" DESC);

-- CreateIndex
CREATE INDEX "column_stat_project_id_node_column_run_id_idx" ON "column_stat"("project_id", "node", "column", "run_id");

-- CreateIndex
CREATE INDEX "ingest_batch_project_id_id_idx" ON "ingest_batch"("project_id", "id");

-- CreateIndex
CREATE INDEX "quarantined_batch_project_id_id_idx" ON "quarantined_batch"("project_id", "id");

-- CreateIndex
CREATE INDEX "batch_receipt_received_at_idx" ON "batch_receipt"("received_at");

-- CreateIndex
CREATE INDEX "alert_channel_project_id_idx" ON "alert_channel"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_incident_project_id_run_id_key" ON "alert_incident"("project_id", "run_id");

-- CreateIndex
CREATE INDEX "alert_delivery_project_id_created_at_idx" ON "alert_delivery"("project_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "alert_delivery_incident_id_channel_id_key" ON "alert_delivery"("incident_id", "channel_id");

-- CreateIndex
CREATE INDEX "audit_event_organization_id_created_at_idx" ON "audit_event"("organization_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_channel" ADD CONSTRAINT "alert_channel_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_delivery" ADD CONSTRAINT "alert_delivery_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "alert_incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say: roles, partitions, row-level security.

-- Storage: bodies come compressed; the queue-like tables are emptied all the time.

ALTER TABLE "ingest_batch" ALTER COLUMN "body" SET STORAGE EXTERNAL;
ALTER TABLE "quarantined_batch" ALTER COLUMN "body" SET STORAGE EXTERNAL;
ALTER TABLE "ingest_batch" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
ALTER TABLE "outbox" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Partitions live in a schema that only the owner can enter, so that rows are reached through their
-- table and its policies alone.

CREATE SCHEMA "partition";

CREATE TABLE "partition"."run_default" PARTITION OF "run" DEFAULT;
CREATE TABLE "partition"."node_run_default" PARTITION OF "node_run" DEFAULT;
CREATE TABLE "partition"."node_attribute_default" PARTITION OF "node_attribute" DEFAULT;
CREATE TABLE "partition"."column_stat_default" PARTITION OF "column_stat" DEFAULT;

-- Makes the partitions of one month where they are missing. A UUIDv7 begins with its milliseconds, so
-- that a month is a range of ids. The lock timeout keeps a long reader from stopping every writer
-- queued behind this; the next call tries again.
CREATE FUNCTION "ensure_partitions"("month" date) RETURNS void
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
    VALUES ('run', 'id'), ('node_run', 'run_id'), ('node_attribute', 'run_id'), ('column_stat', 'run_id')
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

-- Roles belong to the whole cluster: another database may have made them, or be making them right now.
-- heddle_none: what a connection is until a transaction says who it acts for. It may do nothing.
-- heddle_app: acts for one project. heddle_system: acts for the platform, across projects.
DO $$
DECLARE
  wanted text;
  before text := current_setting('role');
BEGIN
  FOREACH wanted IN ARRAY ARRAY['heddle_none', 'heddle_app', 'heddle_system'] LOOP
    FOR try IN 1..50 LOOP
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
          EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        END IF;
        BEGIN
          PERFORM set_config('role', wanted, true);
          PERFORM set_config('role', before, true);
        EXCEPTION WHEN insufficient_privilege THEN
          EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
        END;
        EXIT;
      EXCEPTION WHEN duplicate_object OR unique_violation OR internal_error THEN
        IF try = 50 THEN RAISE; END IF;
        PERFORM pg_sleep(0.1);
      END;
    END LOOP;
  END LOOP;
END
$$;

GRANT USAGE ON SCHEMA "public" TO "heddle_app", "heddle_system";

-- New tables get no rights by themselves: a table without a policy must not be readable by accident.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  "membership", "project", "api_key", "pipeline", "code_version", "code_blob", "node_version", "name_text",
  "environment_snapshot", "run", "run_alias", "node_run", "node_attribute", "column_stat", "ingest_batch",
  "quarantined_batch", "batch_receipt", "outbox", "alert_channel", "alert_incident", "alert_delivery"
  TO "heddle_app", "heddle_system";
GRANT SELECT, INSERT, UPDATE, DELETE ON "organization", "user", "worker_heartbeat", "audit_event" TO "heddle_system";
GRANT SELECT, UPDATE ON "organization" TO "heddle_app";
GRANT SELECT, INSERT ON "audit_event" TO "heddle_app";
GRANT USAGE ON SEQUENCE "ingest_batch_id_seq", "outbox_id_seq" TO "heddle_app", "heddle_system";
REVOKE EXECUTE ON FUNCTION "ensure_partitions"(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "ensure_partitions"(date) TO "heddle_system";

-- The tenant of the transaction; NULL, which matches no row, when none is set.
CREATE FUNCTION "current_organization_id"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('heddle.organization_id', true), '')::uuid;
CREATE FUNCTION "current_project_id"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('heddle.project_id', true), '')::uuid;

DO $$
DECLARE
  tenant record;
BEGIN
  FOR tenant IN
    SELECT c.relname AS "table",
      CASE
        WHEN c.relname = 'organization' THEN 'id = (SELECT public.current_organization_id())'
        WHEN c.relname IN ('project', 'membership') THEN 'organization_id = (SELECT public.current_organization_id())'
        WHEN c.relname = 'audit_event' THEN 'organization_id = (SELECT public.current_organization_id())
          AND (project_id IS NULL OR project_id = (SELECT public.current_project_id()))'
        ELSE 'project_id = (SELECT public.current_project_id())'
      END AS condition
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND c.relname NOT IN ('user', 'worker_heartbeat', '_prisma_migrations')
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant."table");
    EXECUTE format('CREATE POLICY "tenant" ON %I TO "heddle_app" USING (%s) WITH CHECK (%2$s)',
      tenant."table", tenant.condition);
    EXECUTE format('CREATE POLICY "system" ON %I TO "heddle_system" USING (true) WITH CHECK (true)', tenant."table");
  END LOOP;
END
$$;
