"use client";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useRef, useState } from "react";
import { CatalogBar } from "@/components/catalog/catalog-bar";
import { type CatalogFilter, catalogParams, FACET_NAMES } from "@/components/catalog/catalog-params";
import { FacetList } from "@/components/catalog/facet-list";
import { FacetsDialog } from "@/components/catalog/facets-dialog";
import { NodesView } from "@/components/catalog/nodes-view";
import { PipelinesView } from "@/components/catalog/pipelines-view";
import { useFacets } from "@/components/catalog/use-catalog";
import { PageFrame } from "@/components/shell/page-frame";
import { type KeyHelp, usePageKeys } from "@/components/shell/page-keys";
import { useShell } from "@/components/shell/shell-context";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { Tabs } from "@/components/ui/tabs";
import { formatCount } from "@/format/number";

const CRUMBS = [{ label: "Catalog" }];
const KEYS: readonly KeyHelp[] = [
  { keys: "/", does: "search; Esc empties the field" },
  { keys: "j k", does: "next, previous row" },
  { keys: "Enter", does: "open the row" },
];

const count = (value: number, one: string) => `${formatCount(value)} ${value === 1 ? one : `${one}s`}`;

/** Every node and every pipeline of the project: search as you type, facets. */
export function CatalogClient() {
  const { base } = useShell();
  const [{ show, view, ...filter }, set] = useQueryStates(catalogParams);
  const [filtering, setFiltering] = useState(false);
  const rows = useRef<HTMLDivElement>(null);
  const facets = useFacets(filter).data;
  usePageKeys("Catalog", KEYS);

  const change = (next: CatalogFilter) => void set(next, { history: "push" });
  const chosen = FACET_NAMES.reduce((sum, name) => sum + filter[name].length, 0);
  const nodes = show === "nodes";
  const list = {
    ...{ filter, facets },
    onChange: (facet: (typeof FACET_NAMES)[number], values: string[]) =>
      void set({ [facet]: values }, { history: "push" }),
  };
  if (facets?.total === 0 && facets.pipelines === 0) {
    return (
      <PageFrame crumbs={CRUMBS}>
        <h1 className="sr-only">Catalog</h1>
        <div className="p-(--gutter)">
          <EmptyState
            title="No nodes yet"
            action={
              <Link href={`${base}/setup`} className={buttonClass({ variant: "primary" })}>
                Track a pipeline
              </Link>
            }
          >
            With the first run of a pipeline, each of its nodes is listed here: what it is, who uses it, and
            what it gave last.
          </EmptyState>
        </div>
      </PageFrame>
    );
  }
  return (
    <PageFrame crumbs={CRUMBS}>
      <h1 className="sr-only">Catalog</h1>
      <Tabs
        label="Catalog"
        current={show}
        onSelect={(key) => void set({ show: key, q: "" }, { history: "push" })}
        tabs={[
          {
            key: "nodes",
            label: "Nodes",
            href: `${base}/catalog`,
            count: facets && formatCount(facets.total),
          },
          {
            ...{ key: "pipelines", label: "Pipelines", href: `${base}/catalog?show=pipelines` },
            count: facets && formatCount(facets.pipelines),
          },
        ]}
      />
      <CatalogBar
        placeholder={
          nodes
            ? `Search ${facets ? count(facets.total, "node") : "nodes"} by name, doc, module or column`
            : "Search pipelines by name"
        }
        value={filter.q}
        found={nodes && facets && (chosen > 0 || filter.q.trim() !== "") ? count(facets.found, "node") : ""}
        onChange={(q) => void set({ q })}
        onLeave={() => {
          const first = rows.current?.querySelector("[data-row-link]");
          if (first instanceof HTMLElement) first.focus();
        }}
        onFilter={nodes ? () => setFiltering(true) : undefined}
        chosen={chosen}
      >
        {nodes ? (
          <Segmented
            label="Order"
            value={view}
            onChange={(next) => void set({ view: next }, { history: "push" })}
            options={[
              { value: "table", label: "Table" },
              { value: "module", label: "By module" },
            ]}
          />
        ) : null}
      </CatalogBar>
      <div className="flex min-h-0 flex-1">
        {nodes ? (
          <aside
            aria-label="Filters"
            className="w-49 shrink-0 overflow-y-auto overscroll-contain border-r border-line max-wide:hidden"
          >
            <FacetList {...list} />
          </aside>
        ) : null}
        <div ref={rows} className="flex min-h-0 min-w-0 flex-1 flex-col">
          {nodes ? (
            <NodesView filter={filter} view={view} facets={facets} onChange={change} />
          ) : (
            <PipelinesView q={filter.q} onClear={() => void set({ q: "" })} />
          )}
        </div>
      </div>
      <FacetsDialog open={filtering} onOpenChange={setFiltering} onReplace={change} {...list} />
    </PageFrame>
  );
}
