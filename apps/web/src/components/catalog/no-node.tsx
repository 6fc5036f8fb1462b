"use client";
import { useQueries } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { type CatalogFilter, FACET_NAMES, NO_FILTER } from "./catalog-params";
import { filterInput } from "./catalog-query";
import { FACET_TITLES, valueWords } from "./facet-words";

interface Part {
  key: string;
  label: string;
  /** The filter without it. */
  without: CatalogFilter;
}

/** What a filter consists of: each word of the search, and each facet with its values. */
function partsOf(filter: CatalogFilter): Part[] {
  const words = filter.q.split(/\s+/).filter(Boolean);
  const ofWords = words.map((word, at) => ({
    key: `q ${at} ${word}`,
    label: word,
    without: { ...filter, q: words.toSpliced(at, 1).join(" ") },
  }));
  const ofFacets = FACET_NAMES.filter((name) => filter[name].length > 0).map((name) => ({
    key: name,
    label: `${FACET_TITLES[name].toLowerCase()}: ${filter[name].map((value) => valueWords(name, value)).join(" or ")}`,
    without: { ...filter, [name]: [] },
  }));
  return [...ofWords, ...ofFacets];
}

function Token({ label }: { label: string }) {
  return <code className="rounded-1 bg-active px-1.5 py-0.5 text-[11.5px] break-all">{label}</code>;
}

/** No node passes the filter: which parts of it are in the way, with a button that drops each. */
export function NoNode(props: { filter: CatalogFilter; onChange: (filter: CatalogFilter) => void }) {
  const { filter, onChange } = props;
  const trpc = useTRPC();
  const { org, project } = useShell();
  const parts = partsOf(filter);
  const answers = useQueries({
    queries: parts.map(({ without }) =>
      trpc.catalog.nodes.queryOptions({ ...filterInput({ org, project }, without), limit: 1 }),
    ),
  });
  const helpful = parts.filter((_, index) => (answers[index]?.data?.nodes.length ?? 0) > 0);
  const pending = answers.some(({ isPending }) => isPending);
  return (
    <div className="p-(--gutter)">
      <EmptyState
        title={
          <>
            No node matches{" "}
            <span className="inline-flex flex-wrap gap-1.5">
              {parts.map(({ key, label }) => (
                <Token key={key} label={label} />
              ))}
            </span>
          </>
        }
        action={
          helpful.length === 0 && !pending ? (
            <Button size="sm" onClick={() => onChange(NO_FILTER)}>
              Show all nodes
            </Button>
          ) : null
        }
      >
        Names, docs, modules and columns of each pipeline’s newest version were searched.
        {parts.length > 1
          ? helpful.map(({ key, label, without }) => (
              <p key={key} className="mt-1 flex flex-wrap items-center gap-2">
                <span>
                  There are nodes without <Token label={label} />.
                </span>
                <Button size="sm" onClick={() => onChange(without)}>
                  Remove it
                </Button>
              </p>
            ))
          : null}
      </EmptyState>
    </div>
  );
}
