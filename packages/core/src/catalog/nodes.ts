import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { decodeCursor, encodeCursor } from "../run/cursor";
import { isUuid } from "../run/uuid-text";
import { conditionsOf } from "./conditions";
import type { ListCatalogNodesInput } from "./inputs";
import { NEWEST, NODES } from "./newest";
import { type NodePlace, readNodeRows } from "./node-rows";
import type { CatalogNodePage } from "./view";
import { wordsOf } from "./words";

type Place = NodePlace & { module: string | null };

/** What rows are ordered by; nodes without a module come last. */
const ORDER = {
  name: ["n.node", "w.pipeline_id"],
  module: ["(n.module is null)", "coalesce(n.module, '')", "n.node", "w.pipeline_id"],
};
const TYPES = { name: ["text", "uuid"], module: ["boolean", "text", "text", "uuid"] };

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
      nextCursor: rows.length > input.limit && last ? encodeCursor(cursorOf(input.order, last)) : null,
    };
  });
}

function statement(projectId: string, input: ListCatalogNodesInput) {
  const values: unknown[] = [projectId, input.limit + 1];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { ctes, joins, conditions } = conditionsOf(input, add);
  const order = ORDER[input.order];
  if (input.cursor) {
    const types = TYPES[input.order];
    const place = decodeCursor(input.cursor, (parts) => fits(input.order, parts));
    const after = place.map((part, at) => `${add(part)}::${types[at]}`);
    conditions.push(`(${order.join(", ")}) > (${after.join(", ")})`);
  }
  const text = `with ${[NEWEST, ...ctes].join(", ")}
    select n.node, w.pipeline, w.pipeline_id as "pipelineId", w.run_id as "runId", w.code_version as version, n.module
    from ${NODES} ${joins.join(" ")}
    where ${["n.project_id = $1", ...conditions].join(" and ")} order by ${order.join(", ")} limit $2`;
  return { text, values };
}

function cursorOf(order: ListCatalogNodesInput["order"], { node, pipelineId, module }: Place): string[] {
  return order === "name" ? [node, pipelineId] : [String(module === null), module ?? "", node, pipelineId];
}

function fits(order: ListCatalogNodesInput["order"], parts: string[]): boolean {
  const rest = order === "name" || /^(true|false)$/.test(parts[0] ?? "");
  return rest && parts.length === ORDER[order].length && isUuid(parts.at(-1) ?? "");
}
