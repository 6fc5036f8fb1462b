/**
 * The tables that a backup holds, those before others that refer to them. A table that a later version drops
 * stays in the list: a backup may be made between an upgrade and its migration.
 */
export const KEPT = [
  "organization",
  "user",
  "project",
  "membership",
  "user_identity",
  "user_token",
  "project_grant",
  "invitation",
  "api_key",
  "audit_event",
  "pipeline",
  "code_version",
  "code_blob",
  "node_version",
  "name_text",
  "environment_snapshot",
  "run",
  "run_alias",
  "node_run",
  "node_attribute",
  "column_stat",
  "run_batch",
  "alert_channel",
  "failure",
  "alert_incident",
  "alert_delivery",
  "ingest_batch",
  "quarantined_batch",
  "batch_receipt",
  "outbox",
] as const;

/** The tables that a backup does not hold, and why. BullMQ's schema is another: its jobs only say "look". */
export const LEFT_OUT: Record<string, string> = {
  attempt_count: "counts of the last minutes, which a crash may lose as well",
  worker_heartbeat: "tells which workers of the old instance run",
  _prisma_migrations: "filled when the restore applies the same migrations",
};
