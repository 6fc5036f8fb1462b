import type { NodeHistory } from "@heddle/core";
import { formatCount } from "../../format/number";
import { shortModule } from "../nodes/module-name";
import { initialsOf } from "../shell/initials";
import { StatusMark } from "../status/status-mark";
import { HashChip } from "../ui/hash-chip";
import { TagChip } from "../ui/tag-chip";
import type { PageData } from "./types";

const TAGS_SHOWN = 4;

const count = (value: number, one: string, many: string) =>
  `${formatCount(value)} ${value === 1 ? one : many}`;

/** What the node is, in one line: state, name, type, code, place, what is around it, how often it ran. */
export function NodeHeader({ page, history }: { page: PageData; history: NodeHistory | undefined }) {
  const computed = history?.runs.filter(({ node }) => node?.status === "succeeded").length;
  const tags = Object.entries(page.tags);
  const facts = [
    page.path ? `${page.path.split("/").at(-1)}${page.startLine ? `:${page.startLine}` : ""}` : "",
    count(page.upstream.length, "input", "inputs"),
    count(page.downstream.length, "consumer", "consumers"),
    history && computed !== undefined
      ? `computed in ${formatCount(computed)} of ${count(history.runs.length, "run", "runs")}`
      : "",
  ].filter(Boolean);
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1.5 px-(--gutter) pt-3 pb-2.5">
      <div className="flex min-w-0 items-center gap-2.5 max-desk:w-full">
        <StatusMark status={page.run.status ?? "pending"} />
        <h1 className="truncate text-16 font-semibold tracking-[-.006em]" title={page.name}>
          {page.name}
        </h1>
      </div>
      {page.type ? (
        <span
          title={page.type}
          className="max-w-48 truncate rounded-1 border border-line px-1.25 text-11 text-ink-2"
        >
          {page.type}
        </span>
      ) : page.kind === "input" ? (
        <TagChip value="input" />
      ) : null}
      {page.codeHash ? <HashChip hash={page.codeHash} what="code" /> : null}
      <span className="min-w-0 truncate text-12 text-ink-3" title={page.path ?? undefined}>
        {facts.join(", ")}
      </span>
      <span className="flex-1 max-desk:hidden" />
      <span className="flex min-w-0 flex-wrap items-center gap-1.5 text-12 text-ink-2">
        {page.owner ? (
          <span className="inline-flex items-center gap-1.5">
            <span
              aria-hidden
              className="grid size-4.5 place-items-center rounded-full bg-active text-[8px] font-semibold"
            >
              {initialsOf(page.owner)}
            </span>
            {page.owner}
          </span>
        ) : null}
        {page.module ? <TagChip name="module" value={shortModule(page.module)} whole={page.module} /> : null}
        {tags.slice(0, TAGS_SHOWN).map(([name, value]) => (
          <TagChip key={name} name={name} value={value} />
        ))}
      </span>
    </header>
  );
}
