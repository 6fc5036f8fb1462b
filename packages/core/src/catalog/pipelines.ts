import type { RunStatus } from "@heddle/contract";
import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { decodeCursor, encodeCursor } from "../run/cursor";
import { fullNames } from "../run/full-names";
import { readSilence, shownStatus } from "../run/lost";
import type { ListCatalogPipelinesInput } from "./inputs";
import { containing } from "./like";
import { wordsOf } from "./words";

/** A pipeline with its newest run and how its last thirty ended. */
export interface CatalogPipeline {
  name: string;
  /** Number of its newest run, so how many there have been. */
  runs: number;
  /** Nodes of the newest run's code version; null while none is known. */
  nodes: number | null;
  versions: number;
  /** Null while it has no run. */
  last: { id: string; number: number | null; status: RunStatus; startedAt: string } | null;
  /** Of its last thirty runs, those that have ended and those of them that succeeded. */
  ended: number;
  succeeded: number;
}

export interface CatalogPipelinePage {
  pipelines: CatalogPipeline[];
  /** Null: that was the last page. */
  nextCursor: string | null;
}

interface Row {
  pipelineId: string;
  name: string;
  runs: number;
  nodes: number | null;
  versions: number;
  id: string | null;
  number: number | null;
  status: string;
  startedAt: Date;
  heartbeatSeconds: number | null;
  lastSeenAt: Date;
  ended: number;
  succeeded: number;
}

const RECENT = 30;

const PAGE = `
  select p.id as "pipelineId", p.name, p.last_number as runs, v.node_count as nodes, count_of.versions, newest.*, recent.*
  from (
    select id, name, last_number from pipeline
    where project_id = $1 and name ilike all($2::text[]) and ($3::text is null or name > $3) order by name limit $4
  ) p
  left join lateral (
    select r.id, r.number, r.status, r.started_at as "startedAt", r.code_version,
      r.heartbeat_seconds as "heartbeatSeconds", r.last_seen_at as "lastSeenAt"
    from run r where r.project_id = $1 and r.pipeline_id = p.id order by r.id desc limit 1
  ) newest on true
  left join code_version v on v.project_id = $1 and v.hash = newest.code_version
  cross join lateral (
    select count(*)::int as versions from code_version c where c.project_id = $1 and c.pipeline = p.name
  ) count_of
  cross join lateral (
    select count(*) filter (where l.status <> 'running')::int as ended,
      count(*) filter (where l.status = 'succeeded')::int as succeeded
    from (select r.status from run r where r.project_id = $1 and r.pipeline_id = p.id
      order by r.id desc limit ${RECENT}) l
  ) recent
  order by p.name`;

/** The pipelines of the project by name, one page at a time. */
export async function listCatalogPipelines(args: {
  ctx: Context;
  input: ListCatalogPipelinesInput;
  /** Since when telemetry could reach us: silence before that does not make a run lost. */
  ingestUpSince: Date;
}): Promise<CatalogPipelinePage> {
  const { ctx, input, ingestUpSince } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  const after = input.cursor ? decodeCursor(input.cursor, ({ length }) => length === 1)[0] : null;
  const like = wordsOf(input.q).map(containing);
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const silence = await readSilence(client, { projectId, now: ctx.now(), ingestUpSince });
    const { rows } = await client.query<Row>(PAGE, [projectId, like, after, input.limit + 1]);
    const page = rows.slice(0, input.limit);
    const end = page.at(-1);
    const fullName = await fullNames(
      client,
      projectId,
      page.map(({ name }) => name),
    );
    return {
      pipelines: page.map(({ id, number, startedAt, ...row }) => ({
        name: fullName(row.name),
        runs: row.runs,
        nodes: row.nodes,
        versions: row.versions,
        last:
          id === null
            ? null
            : {
                id,
                number,
                status: shownStatus(row, silence),
                startedAt: startedAt.toISOString(),
              },
        ended: row.ended,
        succeeded: row.succeeded,
      })),
      nextCursor: rows.length > input.limit && end ? encodeCursor([end.name]) : null,
    };
  });
}
