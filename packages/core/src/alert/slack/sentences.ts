import type { CodeChange, GitChange, NodeChanges, RunRef } from "../../comparison/change";
import { STREAK_LIMIT } from "../../comparison/change";
import type { ValueChange } from "../../comparison/value-changes";
import type { FailureFacts, OtherCauses } from "../incident/facts";
import { runUrl } from "../page-urls";
import { duration } from "./duration";
import { code, link, moment, plainLine, words } from "./text";

const NAMES_SHOWN = 4;
const VALUES_SHOWN = 2;
const NAME = 80;
/** Of names in lists and of values, so that everything together stays within Slack's limit of a field. */
const LISTED_NAME = 60;
const PATH = 40;
const VALUE = 24;
const SHORT_HASH = 7;

/** `#1284` or, before a number was given, the beginning of the id. */
function shortName(run: RunRef): string {
  return run.number === null ? run.id.slice(0, 8) : `#${run.number}`;
}

/** As `shortName`, in the middle of a sentence. */
export function runName(run: RunRef): string {
  return run.number === null ? `run ${shortName(run)}` : shortName(run);
}

function ordinal(count: number): string {
  const endings = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" };
  return `${count}${endings[new Intl.PluralRules("en", { type: "ordinal" }).select(count)]}`;
}

/** "First failure", "5th failure in a row". */
export function position(streak: FailureFacts["streak"]): string {
  if (streak.count <= 1) return "First failure";
  if (streak.count >= STREAK_LIMIT) return `At least ${STREAK_LIMIT} failures in a row`;
  return `${ordinal(streak.count)} failure in a row`;
}

/** Since when the pipeline fails, and which run was the last good one. */
export function since(facts: FailureFacts, publicUrl: string): string {
  const { streak, lastGood } = facts;
  const ref = (run: RunRef) =>
    `${link(runUrl(publicUrl, facts, run.id), runName(run))}, ${moment(run.startedAt)}`;
  const begin = streak.count > 1 ? `${position(streak)}, since ${ref(streak.first)}` : position(streak);
  const where = facts.environment ? ` in ${words(facts.environment, NAME)}` : "";
  return `${begin}\n${lastGood ? `Last good: ${ref(lastGood)}` : `No good run before it${where}`}`;
}

/** `a`, `b` and 19 more. `total` counts those that are not among the names, too. */
export function nameList(names: string[], total = names.length): string {
  const shown = names.slice(0, NAMES_SHOWN).map((name) => code(name, LISTED_NAME));
  const rest = total - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

function short(hash: string): string {
  return code(hash.slice(0, SHORT_HASH), NAME);
}

function nodeLines(nodes: NodeChanges): string[] {
  const lines = (["changed", "added", "removed"] as const)
    .filter((kind) => nodes[kind].length > 0)
    .map((kind) => `${kind[0]?.toUpperCase()}${kind.slice(1)}: ${nameList(nodes[kind])}`);
  return lines.length > 0 ? lines : ["No node's code differs"];
}

function codeLines(change: CodeChange): string[] {
  if (change.kind === "unknown") return ["Code: not recorded for both runs"];
  if (change.kind === "same") return [`Same code (${short(change.version)})`];
  const versions = `Code ${short(change.from)} → ${short(change.to)}`;
  return [versions, ...(change.nodes ? nodeLines(change.nodes) : [])];
}

function gitLine(git: GitChange): string {
  const dirty = git.dirty ? ", with uncommitted changes" : "";
  if (git.sameCommit) return `Same commit ${short(git.commit)}${dirty}`;
  const author = git.author ? ` by ${words(git.author, NAME)}` : "";
  const subject = git.subject ? `: ${words(git.subject, 120)}` : "";
  return `Commit ${short(git.commit)}${author}${dirty}${subject}`;
}

function valueChange({ path, before, after }: ValueChange): string {
  if (before === null) return `${code(path, PATH)} added`;
  if (after === null) return `${code(path, PATH)} removed`;
  return `${code(path, PATH)} ${code(before, VALUE)} → ${code(after, VALUE)}`;
}

function valueLine(title: string, changes: ValueChange[]): string[] {
  const rest = changes.length - VALUES_SHOWN;
  const shown = changes.slice(0, VALUES_SHOWN).map(valueChange).join(", ");
  return changes.length === 0 ? [] : [`${title}: ${shown}${rest > 0 ? ` and ${rest} more` : ""}`];
}

function otherLines({ inputs, config, environment }: OtherCauses): string[] {
  return [
    ...(inputs.length > 0 ? [`Input: ${nameList(inputs)}`] : []),
    ...valueLine("Configuration", config),
    ...valueLine("Environment", environment),
  ];
}

/** What is known to differ from the last good run, and what is known to be the same. */
export function changes({ code, git, others }: FailureFacts): string {
  return [...codeLines(code), ...(git ? [gitLine(git)] : []), ...(others ? otherLines(others) : [])].join(
    "\n",
  );
}

/** Started when, how long it took. */
export function times(run: FailureFacts["run"]): string {
  const started = `Started ${moment(run.startedAt)}`;
  if (!run.finishedAt) return started;
  return `${started}\nFailed after ${duration(run.finishedAt.getTime() - run.startedAt.getTime())}`;
}

/** `growth_features #1288 failed at join_customers`. */
export function title(facts: FailureFacts): string {
  const run = facts.pipeline === null ? "Run" : plainLine(facts.pipeline, 60);
  const node = facts.failure?.node ? ` at ${plainLine(facts.failure.node, 60)}` : "";
  return `${run} ${shortName(facts.run)} failed${node}`;
}
