import { RUN_STATUSES, STATUS } from "../../status/status-words";
import { CHANGED, isTag, isVersion, type RunsFilter } from "../runs-query";

export const KEYS = ["status", "pipeline", "version", "tag", "changed"] as const;
export type TokenKey = (typeof KEYS)[number];

export const KEY_HINTS: Record<TokenKey, string> = {
  status: "how a run ended",
  pipeline: "its name",
  version: "how the hash of its code begins",
  tag: "a tag as key=value",
  changed: "what differs from the previous run",
};

/** One part of the filter, as it stands in the query bar. `q` is text without a key. */
export interface Token {
  key: TokenKey | "q";
  value: string;
}

/** The filter's tokens in the order of the keys, the text last. Times are not tokens: the histogram has them. */
export function tokensOf(filter: RunsFilter): Token[] {
  const { version, q } = filter;
  const of = (key: TokenKey, values: readonly string[]) => values.map((value): Token => ({ key, value }));
  return [
    ...of("status", filter.status),
    ...of("pipeline", filter.pipeline),
    ...of("version", version === null ? [] : [version]),
    ...of("tag", filter.tag),
    ...of("changed", filter.changed),
    ...(q === null ? [] : [{ key: "q" as const, value: q }]),
  ];
}

const added = <Value>(values: Value[], value: Value) =>
  values.includes(value) ? values : [...values, value];
const dropped = <Value>(values: Value[], value: string) => values.filter((each) => each !== value);

/** The filter with a token more, or null when the token's value means nothing. */
export function withToken(filter: RunsFilter, { key, value }: Token): RunsFilter | null {
  switch (key) {
    case "status": {
      const status = RUN_STATUSES.find((each) => each === value || STATUS[each].label === value);
      return status ? { ...filter, status: added(filter.status, status) } : null;
    }
    case "pipeline":
      return value === "" ? null : { ...filter, pipeline: added(filter.pipeline, value) };
    case "version":
      return isVersion(value) ? { ...filter, version: value } : null;
    case "tag":
      return isTag(value) ? { ...filter, tag: added(filter.tag, value) } : null;
    case "changed": {
      const kind = CHANGED.find((each) => each === value);
      return kind ? { ...filter, changed: added(filter.changed, kind) } : null;
    }
    case "q":
      return value.trim() === "" || value.length > 200 ? null : { ...filter, q: value.trim() };
  }
}

export function withoutToken(filter: RunsFilter, { key, value }: Token): RunsFilter {
  switch (key) {
    case "version":
    case "q":
      return { ...filter, [key]: null };
    case "status":
      return { ...filter, status: dropped(filter.status, value) };
    case "changed":
      return { ...filter, changed: dropped(filter.changed, value) };
    default:
      return { ...filter, [key]: dropped(filter[key], value) };
  }
}
