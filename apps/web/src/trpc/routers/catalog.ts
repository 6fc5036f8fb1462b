import {
  listCatalogNodes,
  listCatalogNodesInput,
  listCatalogPipelines,
  listCatalogPipelinesInput,
  readCatalogFacets,
  readCatalogFacetsInput,
} from "@heddle/core";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const catalogRouter = router({
  /** Pass `nextCursor` as `cursor` for the next page; null means that was the last one. */
  nodes: projectProcedure
    .input(listCatalogNodesInput)
    .query(({ ctx, input }) => listCatalogNodes({ ctx: ctx.core, input })),

  /** Apart from the list, so that the list never waits for the counts. */
  facets: projectProcedure
    .input(readCatalogFacetsInput)
    .query(({ ctx, input }) => readCatalogFacets({ ctx: ctx.core, input })),

  pipelines: projectProcedure
    .input(listCatalogPipelinesInput)
    .query(({ ctx, input }) =>
      listCatalogPipelines({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since }),
    ),
});
