import { nameKey, withScopeClient } from "@heddle/db";
import type { z } from "zod";
import { authorise, type Context } from "../context";
import { fullNames } from "../run/full-names";
import { FACETS, type Facet, facetConditions, KNOWN, textConditions } from "./conditions";
import type { CatalogFilter, readCatalogFacetsInput } from "./inputs";
import { NEWEST, NODES, STATUS } from "./newest";
import { wordsOf } from "./words";

/** How many values of a facet are told; those that are chosen come first. */
const MOST_VALUES = 60;

export interface CatalogFacets {
  /** Nodes that pass the whole filter, nodes in all, and pipelines in all. */
  found: number;
  total: number;
  pipelines: number;
  /** For each facet, how many nodes have each value among those that pass the rest of the filter. */
  values: Record<Facet, { value: string; count: number }[]>;
}

interface Row {
  facet: Facet | "found" | "total" | "pipelines";
  value: string;
  count: number;
}

/** Counts for the facets beside the list of nodes. */
export async function readCatalogFacets(args: {
  ctx: Context;
  input: z.infer<typeof readCatalogFacetsInput>;
}): Promise<CatalogFacets> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  const { text, values } = statement(projectId, input);
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const { rows } = await client.query<Row>(text, values);
    const of = (facet: Row["facet"]) => rows.filter((row) => row.facet === facet);
    const fullName = await fullNames(
      client,
      projectId,
      of("pipeline").map(({ value }) => value),
    );
    const told = (facet: Facet) =>
      of(facet).map(({ value, count }) => ({ value: facet === "pipeline" ? fullName(value) : value, count }));
    return {
      found: of("found")[0]?.count ?? 0,
      total: of("total")[0]?.count ?? 0,
      pipelines: of("pipelines")[0]?.count ?? 0,
      values: {
        kind: told("kind"),
        shape: told("shape"),
        health: told("health"),
        pipeline: told("pipeline"),
        owner: told("owner"),
        tag: told("tag"),
      },
    };
  });
}

function statement(projectId: string, filter: CatalogFilter) {
  const values: unknown[] = [projectId];
  const add = (value: unknown) => `$${values.push(value)}`;
  const known = [KNOWN.health(), KNOWN.shape(add)];
  const passes = facetConditions(filter, add);
  const flags = FACETS.map((facet) => `(${passes[facet] ?? "true"}) as in_${facet}`);
  const text = textConditions(wordsOf(filter.q), add);
  // A node without a value in a facet passes no choice in it, and null is not true.
  const others = (facet?: Facet) =>
    FACETS.filter((each) => each !== facet && passes[each])
      .map((each) => `in_${each}`)
      .join(" and ") || "true";
  const chosen = { ...filter, pipeline: filter.pipeline.map((name) => nameKey(name).key) };
  const counted = (facet: Facet, from: string, value: string) =>
    `(select '${facet}' as facet, ${value} as value, count(*)::int as count from ${from}
      where ${value} is not null and ${others(facet)} group by 2
      order by ${value} = any(${add(chosen[facet])}::text[]) desc, 3 desc, 2 limit ${MOST_VALUES})`;
  const statement = `with ${[NEWEST, ...known.map(({ cte }) => cte)].join(", ")}, found as materialized (
      select n.kind, n.owner, n.tags, w.pipeline, shapes.shape, ${STATUS} as health, ${flags.join(", ")}
      from ${NODES} ${known.map(({ join }) => join).join(" ")}
      where ${["n.project_id = $1", ...text].join(" and ")}
    )
    select 'found' as facet, '' as value, count(*)::int as count from found where ${others()}
    union all select 'total', '', coalesce(sum(v.node_count), 0)::int
      from newest w join code_version v on v.project_id = $1 and v.hash = w.code_version
    union all select 'pipelines', '', count(*)::int from pipeline where project_id = $1
    union all ${FACETS.filter((facet) => facet !== "tag")
      .map((facet) => counted(facet, "found", facet))
      .join(" union all ")}
    union all ${counted("tag", "found cross join lateral (select concat(t.key, '=', t.value) as tag from jsonb_each_text(tags) t) tagged", "tag")}`;
  return { text: statement, values };
}
