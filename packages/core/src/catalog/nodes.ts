import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { decodeCursor, encodeCursor } from "../run/cursor";
import { isUuid } from "../run/uuid-text";
import { conditionsOf } from "./conditions";
import type { ListCatalogNodesInput } from "./inputs";
import { containing } from "./like";
import { NEWEST, NODES } from "./newest";
import { type NodePlace, readNodeRows } from "./node-rows";
import type { CatalogNodePage } from "./view";
import { wordsOf } from "./words";

/** `late` and `module` are the first two of what rows are ordered by. */
type Place = NodePlace & { late: boolean; module: string };

/** What rows are ordered by after that. */
const ORDER = ["late", "module", "node", '"pipelineId"'];
const TYPES = ["boolean", "text", "text", "uuid"];

/** The nodes of each pipeline's newest version that pass the filter, one page at a time. */
export async function listCatalogNodes(args: {
  ctx: Context;
  input: ListCatalogNodesInput;
}): Promise<CatalogNodePage> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  const { text, values } = statement(projectId, input);
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const { rows } = await client.query<Place>(text, values);
    const places = rows.slice(0, input.limit);
    const last = places.at(-1);
    return {
      nodes: await readNodeRows(client, projectId, places, wordsOf(input.q)),
      nextCursor: rows.length > input.limit && last ? encodeCursor(cursorOf(last)) : null,
    };
  });
}

function statement(projectId: string, input: ListCatalogNodesInput) {
  const values: unknown[] = [projectId, input.limit + 1];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { ctes, joins, conditions } = conditionsOf(input, add);
  // Those whose names have what is searched come first; by module, those without one come last.
  const [late, module] =
    input.order === "name"
      ? [`not (n.node ilike all(${add(wordsOf(input.q).map(containing))}::text[]))`, "''"]
      : ["n.module is null", "coalesce(n.module, '')"];
  const after = input.cursor
    ? decodeCursor(input.cursor, fits).map((part, at) => `${add(part)}::${TYPES[at]}`)
    : null;
  const text = `with ${[NEWEST, ...ctes].join(", ")}, found as (
      select n.node, w.pipeline, w.pipeline_id as "pipelineId", w.run_id as "runId", w.code_version as version,
        ${late} as late, ${module} as module
      from ${NODES} ${joins.join(" ")} where ${["n.project_id = $1", ...conditions].join(" and ")}
    )
    select * from found ${after ? `where (${ORDER.join(", ")}) > (${after.join(", ")})` : ""}
    order by ${ORDER.join(", ")} limit $2`;
  return { text, values };
}

function cursorOf({ late, module, node, pipelineId }: Place): string[] {
  return [String(late), module, node, pipelineId];
}

function fits(parts: string[]): boolean {
  return parts.length === ORDER.length && /^(true|false)$/.test(parts[0] ?? "") && isUuid(parts[3] ?? "");
}
