"use client";
import { useQueries } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { type RunsFilter, runsInput } from "./runs-query";

interface NoMatchProps {
  filter: RunsFilter;
  onChange: (change: Partial<RunsFilter>) => void;
}

/** A filter as it stands in the URL. */
function Token({ name, value }: { name: string; value: string }) {
  return (
    <code className="rounded-1 bg-active px-1.5 py-0.5 text-[11.5px] break-all">
      <span className="text-ink-3">{name}:</span>
      {value}
    </code>
  );
}

/** No run passes the filter: which part of it is in the way, and a button that drops that part. */
export function NoMatch({ filter, onChange }: NoMatchProps) {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const parts = (["status", "pipeline"] as const).flatMap((name) => {
    const value = filter[name];
    return value === null ? [] : [{ name, value, without: { ...filter, [name]: null } }];
  });
  const answers = useQueries({
    queries: parts.map(({ without }) => trpc.runs.list.queryOptions(runsInput({ org, project }, without, 1))),
  });
  const pending = answers.some(({ isPending }) => isPending);
  const helpful = parts.filter((_, index) => (answers[index]?.data?.runs.length ?? 0) > 0);
  const tokens = parts.map(({ name, value }) => <Token key={name} name={name} value={value} />);
  const clear = () => onChange({ status: null, pipeline: null });
  return (
    <div className="p-(--gutter)">
      <EmptyState
        title={
          <>
            No run matches <span className="inline-flex flex-wrap gap-1.5">{tokens}</span>
          </>
        }
        action={
          helpful.length === 0 && !pending ? (
            <Button size="sm" onClick={clear}>
              Show all runs
            </Button>
          ) : null
        }
      >
        {helpful.map(({ name, value }) => (
          <p key={name} className="mt-1 flex flex-wrap items-center gap-2">
            <span>
              There are runs without <Token name={name} value={value} />.
            </span>
            <Button size="sm" onClick={() => onChange({ [name]: null })}>
              Remove {name}
            </Button>
          </p>
        ))}
      </EmptyState>
    </div>
  );
}
