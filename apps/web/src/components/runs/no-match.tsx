"use client";
import { useQueries } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { tokenText } from "./query/query-text";
import { TokenChip, tokenWords } from "./query/token-chip";
import { tokensOf, withoutToken } from "./query/tokens";
import { NO_FILTER, type RunsFilter, runsInput } from "./runs-query";

interface NoMatchProps {
  filter: RunsFilter;
  onChange: (filter: RunsFilter) => void;
}

const LAST_WORDS = { "24h": "the last 24 hours", "7d": "the last 7 days", "30d": "the last 30 days" };

/** Parts of the filter that can be dropped one at a time: its tokens, and its times together. */
function partsOf(filter: RunsFilter) {
  const tokens = tokensOf(filter).map((token) => {
    const { name, value } = tokenWords(token);
    return { key: tokenText(token), words: `${name}${value}`, token, without: withoutToken(filter, token) };
  });
  const { from, to, last } = filter;
  if (from === null && to === null && last === null) return tokens;
  const words = last !== null && from === null && to === null ? LAST_WORDS[last] : "the chosen time";
  return [
    ...tokens,
    { key: "time", words, token: null, without: { ...filter, from: null, to: null, last: null } },
  ];
}

/** No run passes the filter: which part of it is in the way, and a button that drops that part. */
export function NoMatch({ filter, onChange }: NoMatchProps) {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const parts = partsOf(filter);
  const answers = useQueries({
    queries: parts.map(({ without }) => trpc.runs.list.queryOptions(runsInput({ org, project }, without, 1))),
  });
  const pending = answers.some(({ isPending }) => isPending);
  const helpful = parts.filter((_, index) => (answers[index]?.data?.runs.length ?? 0) > 0);
  return (
    <EmptyState
      title={
        <>
          No run matches{" "}
          <span className="inline-flex flex-wrap gap-1.5 align-middle">
            {parts.map(({ key, words, token }) =>
              token ? (
                <TokenChip key={key} token={token} />
              ) : (
                <span key={key} className="rounded-1 bg-active px-1.5 text-12/[20px]">
                  {words}
                </span>
              ),
            )}
          </span>
        </>
      }
      action={
        helpful.length === 0 && !pending ? (
          <Button size="sm" onClick={() => onChange(NO_FILTER)}>
            Show all runs
          </Button>
        ) : null
      }
    >
      {helpful.map(({ key, words, without }) => (
        <p key={key} className="mt-1 flex flex-wrap items-center gap-2">
          <span>
            There are runs without <span className="font-medium text-ink">{words}</span>.
          </span>
          <Button size="sm" onClick={() => onChange(without)}>
            Remove {words}
          </Button>
        </p>
      ))}
    </EmptyState>
  );
}
