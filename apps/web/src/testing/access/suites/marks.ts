import { describe, expect, test } from "vitest";
import { rowsOf, unmarked } from "../rows-of";
import type { Stage } from "../stage";

/** Texts that nobody chooses, or that are part of addresses. */
const UNMARKED = [
  ...["alert_channel.hint", "alert_channel.kind", "alert_delivery.status"],
  ...["api_key.prefix", "api_key.scopes", "audit_event.action", "audit_event.actor_type"],
  ...["column_stat.kind", "column_stat.node", "failure.error_type"],
  ...["audit_event.detail", "invitation.role", "membership.role", "node_attribute.node"],
  ...["node_attribute.role", "node_attribute.type", "node_run.status", "node_version.kind"],
  ...["node_version.node", "organization.slug", "outbox.kind", "project.slug"],
  ...["project_grant.role", "run.status", "user.password_hash"],
].sort();

/** Tables without a row of a tenant at rest: what waits to be stored, and what we do not write yet. */
const EMPTY = ["ingest_batch", "quarantined_batch", "run_alias"];

/** Proves that a look for the mark of a tenant finds whatever is told of it. */
export function walkMarks(stage: () => Stage): void {
  describe("marks", () => {
    test("the first tenant has rows in every table, and its mark in each text that people choose", async () => {
      const { world, a } = stage();
      const tables = await rowsOf(world.databaseUrl, a.scope);
      expect(unmarked(tables, a.about.mark).sort()).toEqual(UNMARKED);
      const empty = Object.entries(tables).filter(([, rows]) => rows.length === 0);
      expect(empty.map(([name]) => name)).toEqual(EMPTY);
    });
  });
}
