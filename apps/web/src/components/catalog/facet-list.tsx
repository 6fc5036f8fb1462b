"use client";
import type { CatalogFacets } from "@heddle/core";
import { ShapeIcon } from "../graph/shape-icon";
import { Facet, type FacetValue } from "../runs/facets/facet";
import { StatusMark } from "../status/status-mark";
import { type CatalogFilter, FACET_NAMES, type FacetName, HEALTH, KINDS, SHAPES } from "./catalog-params";
import { FACET_TITLES, shapeWords, statusOf, valueWords } from "./facet-words";

/** Those that are the same in every project keep their order, so that nothing moves when a count changes. */
const ORDER: Partial<Record<FacetName, readonly string[]>> = { shape: SHAPES, kind: KINDS, health: HEALTH };

function valuesOf(
  facet: FacetName,
  counted: CatalogFacets["values"][FacetName],
  chosen: readonly string[],
): FacetValue[] {
  const order = ORDER[facet];
  const absent = chosen
    .filter((value) => !counted.some((each) => each.value === value))
    .map((value) => ({ value, count: 0 }));
  const every = [...counted, ...absent];
  const sorted = order ? every.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) : every;
  return sorted.map(({ value, count }) => {
    const status = statusOf(facet, value);
    return {
      ...{ value, count, label: valueWords(facet, value) },
      mark: status ? (
        <StatusMark status={status} size={12} label="" />
      ) : facet === "shape" ? (
        <ShapeIcon kind={shapeWords(value).icon} className="shrink-0 text-ink-2" />
      ) : undefined,
    };
  });
}

interface FacetListProps {
  filter: CatalogFilter;
  /** Undefined while they are counted for the first time. */
  facets: CatalogFacets | undefined;
  onChange: (facet: FacetName, chosen: string[]) => void;
}

/** What the nodes can be narrowed by, each with counts for the filter without itself. */
export function FacetList({ filter, facets, onChange }: FacetListProps) {
  return FACET_NAMES.map((facet) => {
    const chosen: readonly string[] = filter[facet];
    const values = facets && valuesOf(facet, facets.values[facet], chosen);
    // A facet that no node has a value in says nothing.
    if (values?.length === 0) return null;
    const toggle = (value: string) =>
      onChange(facet, chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
    return (
      <Facet key={facet} title={FACET_TITLES[facet]} values={values} chosen={chosen} onToggle={toggle} />
    );
  });
}
