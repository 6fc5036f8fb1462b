import { withSystemClient } from "@heddle/db";
import { authorise, may, type OrganizationContext } from "../context";
import { restorableUntil } from "../organization/deletion";

export interface ProjectsOverview {
  projects: {
    id: string;
    slug: string;
    name: string;
    description: string;
    createdAt: string;
    lastRunAt: string | null;
    /** All that were ever recorded, whether or not they are kept. */
    runs: number;
    /** Share of successful ones among those of the last twenty runs that succeeded or failed; null without any. */
    success: number | null;
    retentionDays: number | null;
  }[];
  /** Those that can still be restored; empty for people who may not. */
  deleted: { id: string; slug: string; name: string; deletedAt: string; restorableUntil: string }[];
}

interface Row {
  id: string;
  slug: string;
  name: string;
  description: string;
  createdAt: Date;
  deletedAt: Date | null;
  retentionDays: number | null;
  lastRunAt: Date | null;
  runs: number;
  success: number | null;
}

/** An organisation's projects by name, with what happens in them, and those that were deleted lately. */
export async function readProjectsOverview({ ctx }: { ctx: OrganizationContext }): Promise<ProjectsOverview> {
  authorise(ctx, "read");
  const { rows } = await withSystemClient(ctx.db, (client) =>
    client.query<Row>(OVERVIEW, [ctx.organizationId]),
  );
  const mayRestore = may(ctx.actor, "manage");
  const overview: ProjectsOverview = { projects: [], deleted: [] };
  for (const { createdAt, deletedAt, lastRunAt, ...row } of rows) {
    const { id, slug, name } = row;
    if (!deletedAt) {
      const times = { createdAt: createdAt.toISOString(), lastRunAt: lastRunAt?.toISOString() ?? null };
      overview.projects.push({ ...row, ...times });
    } else if (mayRestore && ctx.now() < restorableUntil(deletedAt)) {
      const until = restorableUntil(deletedAt).toISOString();
      overview.deleted.push({ id, slug, name, deletedAt: deletedAt.toISOString(), restorableUntil: until });
    }
  }
  return overview;
}

/** Pipelines number their runs, so that nothing has to count millions of them. */
export const OVERVIEW = `
  select p.id, p.slug, p.name, p.description, p.created_at as "createdAt", p.deleted_at as "deletedAt",
    p.retention_days as "retentionDays", last.started_at as "lastRunAt", coalesce(numbered.runs, 0)::int as runs,
    ended.success
  from project p
  left join lateral (
    select r.started_at from run r where r.project_id = p.id order by r.id desc limit 1
  ) last on p.deleted_at is null
  left join lateral (
    select sum(l.last_number) as runs from pipeline l where l.project_id = p.id
  ) numbered on p.deleted_at is null
  left join lateral (
    select avg((newest.status = 'succeeded')::int)::float8 as success from (
      select r.status from run r where r.project_id = p.id order by r.id desc limit 20
    ) newest where newest.status in ('succeeded', 'failed')
  ) ended on p.deleted_at is null
  where p.organization_id = $1
  order by lower(p.name), p.id`;
