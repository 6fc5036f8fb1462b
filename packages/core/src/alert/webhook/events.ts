import type { RunFailedEvent, TestEvent } from "@heddle/contract";
import type { CodeChange, NodeChanges, RunRef } from "../../comparison/change";
import type { FailureFacts } from "../incident/facts";
import { failureUrl, runUrl } from "../page-urls";

const NAMES = 100;
const MESSAGE = 4000;

interface Message {
  id: string;
  at: Date;
}

/** What a webhook is sent about a failed run. */
export function runFailedEvent(facts: FailureFacts, { id, at }: Message, publicUrl: string): RunFailedEvent {
  const { organization, project, pipeline, environment, failure, owner, streak, skipped, lastGood, git } =
    facts;
  const ref = (run: RunRef, node?: string | null) => ({
    id: run.id,
    number: run.number,
    url: runUrl(publicUrl, facts, run.id, node),
    startedAt: run.startedAt.toISOString(),
  });
  return {
    ...{ type: "run.failed", id, at: at.toISOString() },
    ...{ organization, project, pipeline, environment },
    run: { ...ref(facts.run, failure?.node), finishedAt: facts.run.finishedAt?.toISOString() ?? null },
    failure: {
      id: facts.failureId,
      url: facts.failureId === null ? null : failureUrl(publicUrl, facts, facts.failureId),
      node: failure?.node ?? null,
      type: failure?.type ?? null,
      message: failure?.message.slice(0, MESSAGE) ?? null,
      place: failure?.place ?? null,
      owner,
      streak: streak.count,
      skipped: skipped.count,
    },
    changes: {
      lastGood: lastGood && ref(lastGood),
      ...codeOf(facts.code),
      commit: git && { hash: git.commit, author: git.author, subject: git.subject, same: git.sameCommit },
    },
  };
}

function codeOf(code: CodeChange): Pick<RunFailedEvent["changes"], "code" | "nodes"> {
  if (code.kind === "unknown") return { code: null, nodes: null };
  if (code.kind === "other")
    return { code: { from: code.from, to: code.to }, nodes: code.nodes && firstOf(code.nodes) };
  return { code: { from: code.version, to: code.version }, nodes: { changed: [], added: [], removed: [] } };
}

function firstOf({ changed, added, removed }: NodeChanges): NodeChanges {
  return { changed: changed.slice(0, NAMES), added: added.slice(0, NAMES), removed: removed.slice(0, NAMES) };
}

/** What the test button sends to a webhook. */
export function testEvent(
  names: { organization: string; project: string; channel: string },
  { id, at }: Message,
): TestEvent {
  return { type: "test", id, at: at.toISOString(), ...names };
}
