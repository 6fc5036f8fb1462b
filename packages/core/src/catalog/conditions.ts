import { PROFILE_TYPE } from "@heddle/contract";
import { nameKey } from "@heddle/db";
import type { CatalogFilter } from "./inputs";
import { containing } from "./like";
import { RAN, STATUS, shapes } from "./newest";
import { wordsOf } from "./words";

export const FACETS = ["kind", "shape", "health", "pipeline", "owner", "tag"] as const;
export type Facet = (typeof FACETS)[number];

/** Takes a value for a statement and gives its placeholder. */
export type Add = (value: unknown) => string;

/** That every word of the search is in the node's name, doc or module, or in the name of a column of it. */
export function textConditions(words: readonly string[], add: Add): string[] {
  return words.map((word) => {
    const like = add(containing(word));
    return `(n.node ilike ${like} or n.doc ilike ${like} or n.module ilike ${like}
      or (w.run_id, n.node) in (select c.run_id, c.node from newest v join column_stat c
        on c.project_id = $1 and c.run_id = v.run_id where c.column ilike ${like}))`;
  });
}

/** One condition for each facet that has something chosen. */
export function facetConditions(filter: CatalogFilter, add: Add): Partial<Record<Facet, string>> {
  const any = (values: string[]) => `any(${add(values)}::text[])`;
  const { kind, shape, health, pipeline, owner, tag } = filter;
  return {
    ...(kind.length > 0 && { kind: `n.kind = ${any(kind)}` }),
    ...(shape.length > 0 && { shape: `shapes.shape = ${any(shape)}` }),
    ...(health.length > 0 && { health: `${STATUS} = ${any(health)}` }),
    ...(pipeline.length > 0 && {
      pipeline: `w.pipeline = ${any(pipeline.map((name) => nameKey(name).key))}`,
    }),
    ...(owner.length > 0 && { owner: `n.owner = ${any(owner)}` }),
    ...(tag.length > 0 && {
      tag: `exists (select from jsonb_each_text(n.tags) t where concat(t.key, '=', t.value) = ${any(tag)})`,
    }),
  };
}

/** What has to be joined to know health and shape. */
export const KNOWN = {
  health: () => ({ cte: RAN, join: "left join ran on ran.run_id = w.run_id and ran.node = n.node" }),
  shape: (add: Add) => ({
    cte: shapes(add(PROFILE_TYPE)),
    join: "left join shapes on shapes.run_id = w.run_id and shapes.node = n.node",
  }),
};

/** All conditions on the nodes and what they need. */
export function conditionsOf(filter: CatalogFilter, add: Add) {
  const facets = facetConditions(filter, add);
  const needed = [facets.health && KNOWN.health(), facets.shape && KNOWN.shape(add)].filter((each) => !!each);
  return {
    ctes: needed.map(({ cte }) => cte),
    joins: needed.map(({ join }) => join),
    conditions: [...textConditions(wordsOf(filter.q), add), ...Object.values(facets)],
  };
}
