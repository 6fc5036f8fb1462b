-- DropIndex
DROP INDEX "audit_event_organization_id_created_at_idx";

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "description" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "retention_days" INTEGER;

-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "created_by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "organization_id" UUID,
ALTER COLUMN "project_id" DROP NOT NULL;
UPDATE "api_key" SET "organization_id" = p."organization_id" FROM "project" p WHERE p."id" = "project_id";
ALTER TABLE "api_key" ALTER COLUMN "organization_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "actor_id" UUID,
ADD COLUMN     "actor_type" TEXT NOT NULL DEFAULT 'system',
ADD COLUMN     "address" TEXT,
ADD COLUMN     "detail" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "target_id" TEXT,
ALTER COLUMN "organization_id" DROP NOT NULL;
ALTER TABLE "audit_event" ALTER COLUMN "actor_type" DROP DEFAULT;

-- AlterTable
ALTER TABLE "code_blob" ADD COLUMN     "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "code_version" ADD COLUMN     "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "environment_snapshot" ADD COLUMN     "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "name_text" ADD COLUMN     "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "user_identity" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_identity_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "user_token" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" UUID,
    "hash" BYTEA NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_count" (
    "key" BYTEA NOT NULL,
    "count" INTEGER NOT NULL,
    "reset_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_count_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "project_grant" (
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_grant_pkey" PRIMARY KEY ("project_id","user_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "project_id" UUID,
    "role" "role" NOT NULL,
    "email" TEXT,
    "hash" BYTEA NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" TEXT,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_identity_user_id_provider_key" ON "user_identity"("user_id", "provider");

-- CreateIndex
CREATE UNIQUE INDEX "user_token_hash_key" ON "user_token"("hash");

-- CreateIndex
CREATE INDEX "user_token_user_id_idx" ON "user_token"("user_id");

-- CreateIndex
CREATE INDEX "user_token_expires_at_idx" ON "user_token"("expires_at");

-- CreateIndex
CREATE INDEX "attempt_count_reset_at_idx" ON "attempt_count"("reset_at");

-- CreateIndex
CREATE INDEX "project_grant_user_id_idx" ON "project_grant"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_hash_key" ON "invitation"("hash");

-- CreateIndex
CREATE INDEX "invitation_organization_id_created_at_idx" ON "invitation"("organization_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "invitation_created_by_id_idx" ON "invitation"("created_by_id");

-- CreateIndex
CREATE INDEX "invitation_project_id_idx" ON "invitation"("project_id");

-- CreateIndex
CREATE INDEX "run_alias_project_id_run_id_idx" ON "run_alias"("project_id", "run_id");

-- CreateIndex
CREATE INDEX "api_key_organization_id_idx" ON "api_key"("organization_id");

-- CreateIndex
CREATE INDEX "audit_event_organization_id_id_idx" ON "audit_event"("organization_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_organization_id_project_id_id_idx" ON "audit_event"("organization_id", "project_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "user_identity" ADD CONSTRAINT "user_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_token" ADD CONSTRAINT "user_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_grant" ADD CONSTRAINT "project_grant_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_grant" ADD CONSTRAINT "project_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

-- Counts may be lost with a crash; in return they cost little.
ALTER TABLE "attempt_count" SET UNLOGGED;

GRANT SELECT, INSERT, UPDATE, DELETE ON "user_identity", "user_token", "attempt_count", "project_grant", "invitation"
  TO "heddle_system";
GRANT SELECT, INSERT, UPDATE, DELETE ON "project_grant", "invitation" TO "heddle_app";
-- Of people, those who act for a tenant see names and addresses; never a password's hash.
GRANT SELECT ("id", "email", "name", "created_at") ON "user" TO "heddle_app";

-- A transaction with an organisation and no project acts for the organisation: it sees what belongs to it
-- and to any of its projects, but no telemetry. One with a project sees that project's part.
DROP POLICY "tenant" ON "api_key";
CREATE POLICY "tenant" ON "api_key" TO "heddle_app"
  USING ("organization_id" = (SELECT "current_organization_id"())
    AND ((SELECT "current_project_id"()) IS NULL OR "project_id" = (SELECT "current_project_id"()))
    AND ("project_id" IS NULL OR "project_id" IN (SELECT p."id" FROM "project" p)));

DROP POLICY "tenant" ON "audit_event";
CREATE POLICY "tenant" ON "audit_event" TO "heddle_app"
  USING ("organization_id" = (SELECT "current_organization_id"())
    AND ((SELECT "current_project_id"()) IS NULL OR "project_id" = (SELECT "current_project_id"())));

ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "system" ON "invitation" TO "heddle_system" USING (true) WITH CHECK (true);
CREATE POLICY "tenant" ON "invitation" TO "heddle_app"
  USING ("organization_id" = (SELECT "current_organization_id"())
    AND ((SELECT "current_project_id"()) IS NULL OR "project_id" = (SELECT "current_project_id"()))
    AND ("project_id" IS NULL OR "project_id" IN (SELECT p."id" FROM "project" p)));

ALTER TABLE "project_grant" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "system" ON "project_grant" TO "heddle_system" USING (true) WITH CHECK (true);
-- Ownership is of organisations, so nobody is granted it for a project.
CREATE POLICY "tenant" ON "project_grant" TO "heddle_app"
  USING ("role" <> 'owner' AND "project_id" IN (SELECT p."id" FROM "project" p
    WHERE p."organization_id" = (SELECT "current_organization_id"())
      AND ((SELECT "current_project_id"()) IS NULL OR p."id" = (SELECT "current_project_id"()))));

ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "system" ON "user" TO "heddle_system" USING (true) WITH CHECK (true);
-- Asked of each person, so that neither all people nor all grants of the instance are read for those of one tenant.
CREATE POLICY "tenant" ON "user" FOR SELECT TO "heddle_app"
  USING (EXISTS (SELECT FROM "membership" m WHERE m."user_id" = "user"."id"
      AND m."organization_id" = (SELECT "current_organization_id"()))
    OR EXISTS (SELECT FROM "project_grant" g WHERE g."user_id" = "user"."id"));
