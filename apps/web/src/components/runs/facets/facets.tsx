"use client";
import type { RunFacets } from "@heddle/core";
import { formatCount } from "@/format/number";
import { CHANGE_KINDS } from "../../run/change-marks";
import { StatusMark } from "../../status/status-mark";
import { type RUN_STATUSES, STATUS } from "../../status/status-words";
import { type Token, tokensOf, withoutToken, withToken } from "../query/tokens";
import type { RunsFilter } from "../runs-query";
import { Facet, type FacetValue } from "./facet";

interface FacetsProps {
  filter: RunsFilter;
  facets: RunFacets | undefined;
  onChange: (filter: RunsFilter) => void;
}

/** Those that are the same in every project keep their order, so that nothing moves when a count changes. */
const STATUS_ORDER = ["succeeded", "failed", "running", "lost", "silent", "cancelled"] as const;

function statusValues(facets: RunFacets | undefined): FacetValue[] {
  const count = (status: (typeof RUN_STATUSES)[number]) =>
    facets ? (facets.statuses.find((each) => each.status === status)?.count ?? 0) : null;
  return STATUS_ORDER.map((status) => ({
    value: status,
    label: STATUS[status].label,
    mark: <StatusMark status={status} label="" />,
    count: count(status),
  }));
}

const CHANGED_VALUES = CHANGE_KINDS.map(({ kind, word, icon: Icon }) => ({
  value: kind,
  label: word,
  mark: <Icon size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden className="shrink-0" />,
  count: null,
}));

/** What the list can be narrowed by, each value with its count. */
export function Facets({ filter, facets, onChange }: FacetsProps) {
  const tokens = tokensOf(filter);
  const toggle = (key: Token["key"]) => (value: string) => {
    const on = tokens.some((token) => token.key === key && token.value === value);
    const next = on ? withoutToken(filter, { key, value }) : withToken(filter, { key, value });
    if (next) onChange(next);
  };
  const tags = facets?.tags ?? [];
  const chosenKeys = new Set(filter.tag.map((tag) => tag.slice(0, tag.indexOf(":"))));
  const keys = [...new Set([...tags.map(({ key }) => key), ...chosenKeys])];
  return (
    <>
      <Facet
        title="Status"
        values={statusValues(facets)}
        chosen={filter.status}
        onToggle={toggle("status")}
      />
      <Facet
        title="Changed since previous"
        values={CHANGED_VALUES}
        chosen={filter.changed}
        onToggle={toggle("changed")}
      />
      <Facet
        title="Pipeline"
        values={facets?.pipelines.map(({ name, count }) => ({ value: name, label: name, count }))}
        chosen={filter.pipeline}
        onToggle={toggle("pipeline")}
      />
      {keys.map((key) => (
        <Facet
          key={key}
          title={key}
          values={tags
            .find((tag) => tag.key === key)
            ?.values.map(({ value, count }) => ({ value: `${key}:${value}`, label: value, count }))}
          chosen={filter.tag.filter((tag) => tag.startsWith(`${key}:`))}
          onToggle={toggle("tag")}
        />
      ))}
      {facets?.newest ? (
        <p className="px-(--gutter) py-2 text-11 text-ink-3">
          Counted in the newest {formatCount(facets.newest)} runs.
        </p>
      ) : null}
    </>
  );
}
