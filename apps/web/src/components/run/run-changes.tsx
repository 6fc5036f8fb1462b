"use client";
import type { RunChangesView } from "@heddle/core";
import { Check, Code } from "lucide-react";
import Link from "next/link";
import { useShell } from "../shell/shell-context";
import { Instant } from "../time/instant";
import { HashChip } from "../ui/hash-chip";
import { type ChangeWord, changeWords, streakWords } from "./change-words";
import { RunCauses } from "./run-causes";
import { useRun } from "./run-context";
import { runName } from "./run-name";
import { useRunChanges } from "./use-run-changes";

const ICON = { size: 12, strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true } as const;

function Word({ text, node }: ChangeWord) {
  const { state } = useRun();
  if (!node) return <span className="text-ink-2">{text === "," || text === ";" ? text : ` ${text} `}</span>;
  return (
    <button
      type="button"
      onClick={() => state.select(text)}
      className="font-mono text-[12.5px] font-medium hover:text-accent"
    >
      {text}
    </button>
  );
}

function Since({ changes }: { changes: RunChangesView }) {
  const { base } = useShell();
  const { lastGood, streak } = changes;
  const words = streakWords(streak.count);
  if (!lastGood) return null;
  return (
    <span className="text-12 whitespace-nowrap text-ink-2 desk:ml-auto">
      {words ? `${words}, ` : null}
      {words ? "compared with the last good" : "since the last good"}{" "}
      <Link href={`${base}/runs/${lastGood.id}`} className="font-medium text-ink hover:text-accent">
        {runName(lastGood)}
      </Link>
      , <Instant at={lastGood.startedAt} />
    </span>
  );
}

function Commit({ git }: { git: RunChangesView["git"] }) {
  if (git?.sameCommit !== false) return null;
  return (
    <span className="flex min-w-0 items-center gap-2 text-12 text-ink-2">
      <HashChip hash={git.commit} what="commit" />
      <span className="truncate" title={git.subject ?? undefined}>
        {[git.author, git.subject].filter(Boolean).join(", ")}
      </span>
    </span>
  );
}

function CodeWords({ code }: { code: NonNullable<ReturnType<typeof changeWords>> }) {
  if (code.same) {
    return (
      <span className="flex items-center gap-1.5 text-12 text-ink-2">
        <Check {...ICON} className="text-success-text" /> Same code
      </span>
    );
  }
  return (
    <>
      <span className="inline-flex h-5 items-center gap-1.25 rounded-1 bg-active pr-1.75 pl-1.25 text-11 font-semibold">
        <Code {...ICON} /> Code
      </span>
      <span className="min-w-0">
        {code.words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place in the sentence.
          <Word key={index} {...word} />
        ))}
      </span>
    </>
  );
}

/** What is known to differ from the last good run of the pipeline. Nothing when there is none to compare with. */
export function RunChangesRow() {
  const { run } = useRun();
  const changes = useRunChanges();
  const code = changes ? changeWords(changes) : null;
  if (!changes || !code) return null;
  const { git, lastGood } = changes;
  const row = "flex min-h-8.5 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1 text-13";
  if (run.status !== "failed" || !lastGood) {
    return (
      <section aria-label="What changed" className={row}>
        <CodeWords code={code} />
        <Commit git={git} />
        <Since changes={changes} />
      </section>
    );
  }
  return (
    <section aria-label="What changed" className="divide-y divide-line">
      <RunCauses lastGoodId={lastGood.id}>
        <div className={row}>
          <CodeWords code={code} />
        </div>
      </RunCauses>
      <div className={row}>
        <Commit git={git} />
        <Since changes={changes} />
      </div>
    </section>
  );
}
