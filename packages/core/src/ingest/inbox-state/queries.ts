import type { PoolClient } from "@heddle/db";
import { invariant } from "../../error/invariant";

export interface InboxQueue {
  batches: number;
  /** As they lie there, most of them compressed. From a sample where there are many. */
  bytes: number;
  /** How long ago the oldest of them was received; null when there is none. */
  oldestSeconds: number | null;
}

export interface ProjectRow extends InboxQueue {
  id: string;
  org: string;
  project: string;
  suspects: number;
  quarantined: number;
}

/** Bodies are large, and counting bytes reads each row: so many of the oldest stand for all. */
const SAMPLE = 10_000;
const PROJECT_SAMPLE = 1000;

/** Seconds between a time and now, null for none; a clock that is ahead makes nothing negative. */
const secondsSince = (time: string) =>
  `case when ${time} is not null then greatest(0, extract(epoch from $1::timestamptz - ${time}))::float8 end`;

interface Totals {
  waiting: InboxQueue;
  suspects: number;
  quarantined: number;
}

export async function readTotals(client: PoolClient, now: Date): Promise<Totals> {
  type Row = InboxQueue & Pick<Totals, "suspects" | "quarantined">;
  const { rows } = await client.query<Row>(TOTALS, [now]);
  invariant(rows[0], "a sum has a row");
  const { suspects, quarantined, ...waiting } = rows[0];
  return { waiting, suspects, quarantined };
}

export async function readOutbox(
  client: PoolClient,
  now: Date,
): Promise<{ rows: number; oldestSeconds: number | null }> {
  const { rows } = await client.query<{ rows: number; oldestSeconds: number | null }>(OUTBOX, [now]);
  return rows[0] ?? { rows: 0, oldestSeconds: null };
}

/** The projects with the most batches. */
export async function readProjects(client: PoolClient, now: Date, most: number): Promise<ProjectRow[]> {
  return (await client.query<ProjectRow>(PROJECTS, [now, most])).rows;
}

const TOTALS = `
  with suspect as (select count(*) as n from ingest_batch where attempts > 0),
  counted as (select count(*) - (select n from suspect) as n from ingest_batch),
  sample as (
    select avg(octet_length(body)) as mean from (
      select body from ingest_batch where attempts = 0 order by id limit ${SAMPLE}) oldest)
  select counted.n::float8 as batches, round(coalesce(mean, 0) * counted.n)::float8 as bytes,
    (select ${secondsSince("received_at")} from ingest_batch where attempts = 0 order by id limit 1)
      as "oldestSeconds",
    suspect.n::float8 as suspects, (select count(*) from quarantined_batch)::float8 as quarantined
  from suspect, counted, sample`;

const OUTBOX = `
  select count(*)::float8 as rows,
    (select ${secondsSince("created_at")} from outbox order by id limit 1) as "oldestSeconds"
  from outbox`;

const PROJECTS = `
  with suspect as (select project_id, count(*) as n from ingest_batch where attempts > 0 group by 1),
  held as (select project_id, count(*) as n from ingest_batch group by 1),
  aside as (select project_id, count(*) as n from quarantined_batch group by 1),
  largest as (
    select coalesce(held.project_id, aside.project_id) as id, coalesce(held.n, 0) - coalesce(suspect.n, 0) as batches,
      coalesce(suspect.n, 0) as suspects, coalesce(aside.n, 0) as quarantined
    from held full join aside using (project_id) left join suspect using (project_id)
    order by coalesce(held.n, 0) + coalesce(aside.n, 0) desc, id limit $2)
  select largest.id, organization.slug as org, project.slug as project, batches::float8,
    round(coalesce(sample.mean, 0) * batches)::float8 as bytes, sample."oldestSeconds",
    suspects::float8, quarantined::float8
  from largest join project on project.id = largest.id
    join organization on organization.id = project.organization_id,
    lateral (
      select avg(octet_length(body)) as mean, ${secondsSince("min(received_at)")} as "oldestSeconds" from (
        select body, received_at from ingest_batch
        where project_id = largest.id and attempts = 0 order by id limit ${PROJECT_SAMPLE}) oldest) sample
  order by batches + suspects + quarantined desc, largest.id`;

export const PROJECT_INBOX = `
  with counted as (
    select count(*) filter (where attempts = 0) as batches, count(*) filter (where attempts > 0) as suspects
    from ingest_batch where project_id = $2::uuid),
  sample as (
    select avg(octet_length(body)) as mean, ${secondsSince("min(received_at)")} as "oldestSeconds" from (
      select body, received_at from ingest_batch
      where project_id = $2::uuid and attempts = 0 order by id limit ${PROJECT_SAMPLE}) oldest)
  select batches::float8, round(coalesce(mean, 0) * batches)::float8 as bytes, "oldestSeconds", suspects::float8,
    (select count(*) from quarantined_batch where project_id = $2::uuid)::float8 as quarantined
  from counted, sample`;
