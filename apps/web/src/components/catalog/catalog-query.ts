import type { CatalogFilter, CatalogView } from "./catalog-params";

const PAGE_SIZE = 60;
const MOST_LETTERS = 200;

interface ProjectRef {
  org: string;
  project: string;
}

/** Input of `catalog.facets`; only what is in it may be, so that both sides make the same cache key. */
export function filterInput({ org, project }: ProjectRef, filter: CatalogFilter) {
  const { q, kind, shape, health, pipeline, owner, tag } = filter;
  return { org, project, q: q.trim().slice(0, MOST_LETTERS), kind, shape, health, pipeline, owner, tag };
}

const pages = {
  initialCursor: null,
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor,
};

/** Arguments of `infiniteQueryOptions` for the nodes, the same on the server and in the browser. */
export function nodesOptions(project: ProjectRef, filter: CatalogFilter, view: CatalogView["view"]) {
  const order = view === "module" ? ("module" as const) : ("name" as const);
  return [{ ...filterInput(project, filter), order, limit: PAGE_SIZE }, pages] as const;
}

/** The same for the pipelines. */
export function pipelinesOptions({ org, project }: ProjectRef, q: string) {
  return [{ org, project, q: q.trim().slice(0, MOST_LETTERS), limit: PAGE_SIZE }, pages] as const;
}
