import type { Cause, ComparisonSummary } from "@heddle/core";
import { formatCount, formatPercent, formatStatistic } from "../../format/number";
import { plural } from "./verdict-words";

type Input = ComparisonSummary["inputs"][number];
type MovedColumn = Input["columns"][number];

/** Names a cause in the URL and in the page. */
export function causeId({ kind, node, input }: Cause): string {
  const name = node ?? input;
  return name === null ? kind : `${kind}:${name}`;
}

/** What is known of the input that a cause is about. */
export function inputOf(cause: Cause, { inputs }: ComparisonSummary): Input | undefined {
  return inputs.find(({ name }) => name === cause.input);
}

export interface CauseWords {
  /** What differs, as a name. */
  subject: string;
  /** How it differs. */
  text: string;
  /** Who brought it, as far as that was recorded; "" when it was not. */
  note: string;
}

const CODE = { changed: "its code changed", added: "is new", removed: "is gone" };

/** What a cause is, in the words of its row. */
export function causeWords(cause: Cause, summary: ComparisonSummary): CauseWords {
  if (cause.kind === "code")
    return { subject: cause.node ?? "", text: CODE[cause.change], note: commitWords(summary) };
  if (cause.kind === "config") {
    const [first, ...rest] = summary.config.changes;
    return changeWords(first?.path, first?.before, first?.after, rest.length + summary.config.more);
  }
  if (cause.kind === "environment") return environmentWords(summary);
  const input = inputOf(cause, summary);
  return {
    note: "",
    subject: input?.name ?? cause.node ?? "inputs",
    text: input ? inputWords(input) : "differs",
  };
}

/** The commit that B was started from, when A was started from another: the edit is in it or before it. */
function commitWords({ a, b }: ComparisonSummary): string {
  if (!b.git || !a.git || b.git.commit === a.git.commit) return "";
  const subject = b.git.message?.split("\n")[0]?.trim();
  return [b.git.commit.slice(0, 7), b.git.author, subject].filter(Boolean).join(", ");
}

function changeWords(
  subject: string | undefined,
  before: string | null | undefined,
  after: string | null | undefined,
  more: number,
): CauseWords {
  const rest = more > 0 ? `, and ${formatCount(more)} more` : "";
  return { note: "", subject: subject ?? "", text: `${before ?? "not set"} → ${after ?? "not set"}${rest}` };
}

function environmentWords({ environment }: ComparisonSummary): CauseWords {
  const changes = [
    ...(environment?.packages.changes ?? []),
    ...(environment?.machine.changes ?? []).map(({ path, ...change }) => ({ name: path, ...change })),
    ...(environment?.variables.changes ?? []).map(({ path, ...change }) => ({ name: path, ...change })),
  ];
  const [first] = changes;
  return changeWords(first?.name, first?.before, first?.after, changes.length - 1);
}

/** What an input brought that it did not before. */
function inputWords({ columns, rows, declared }: Input): string {
  const parts = columns.slice(0, 1).map(movedWords);
  if (columns.length > 1) parts.push(`and ${plural(columns.length - 1, "other column")}`);
  if (declared) parts.push(`${declared.before ?? "not set"} → ${declared.after ?? "not set"}`);
  if (rows.before !== rows.after && rows.before !== null && rows.after !== null) {
    parts.push(`rows ${formatCount(rows.before)} → ${formatCount(rows.after)}`);
  }
  return parts.join(", ") || "other values, with no column that moved";
}

/** How one column moved, by the figure that says most. */
export function movedWords({ column, change, before, after }: MovedColumn): string {
  const name = column || "the value";
  if (change === "added") return `${name} is new`;
  if (change === "removed") return `${name} is gone`;
  if (!before || !after) return `${name} differs`;
  if (change === "retyped") return `${name} ${before.dataType} → ${after.dataType}`;
  const share = ({ missing, count }: typeof before) => (count > 0 ? missing / count : 0);
  if (Math.abs(share(after) - share(before)) >= 0.005) {
    return `${name} missing ${formatPercent(share(before))} → ${formatPercent(share(after))}`;
  }
  if (before.mean !== null && after.mean !== null && before.mean !== after.mean) {
    const mean = before.count === 1 && after.count === 1 ? "" : "mean ";
    return `${name} ${mean}${formatStatistic(before.mean)} → ${formatStatistic(after.mean)}`;
  }
  if (before.distinct !== after.distinct) {
    return `${name} ${formatCount(before.distinct)} → ${plural(after.distinct, "distinct value")}`;
  }
  if (before.count === 1 && after.count === 1) return column ? `${name} is another value` : "another value";
  return `${name} has other values`;
}

/** Where a cause stands to what it may explain. */
export function placeWords({ explains, hops, node, target }: Cause): string {
  if (explains === "nothing") return "upstream of no failure and no column that moved";
  if (node === null) return "for the whole run";
  if (hops === null) return "somewhere in the run";
  const away = plural(hops, "hop");
  if (explains === "failure") return hops === 0 ? "where it failed" : `upstream of the failure, ${away}`;
  return hops === 0 ? "its own columns moved" : `upstream of ${target}, ${away}`;
}

/** What was looked at for a cause: what speaks for it, and what was not done. */
export function checksOf(cause: Cause, summary: ComparisonSummary): { met: boolean; text: string }[] {
  const { config, environment, inputs, causes } = summary;
  const checks: { met: boolean; text: string }[] = [];
  if (cause.explains === "failure" && cause.hops !== null) {
    checks.push({ met: true, text: placeWords(cause) });
  } else if (cause.explains === "columns") {
    checks.push({ met: true, text: `columns of ${plural(cause.movedTotal, "node")} from here on moved` });
  }
  const nearer = causes.filter(
    (other) =>
      other !== cause && !other.weak && other.explains === cause.explains && other.target === cause.target,
  );
  if (nearer.length === 0 && cause.explains !== "nothing") {
    const sizes = causes.some((other) => other.weak && other.explains === cause.explains);
    checks.push({
      met: true,
      text: sizes ? "else only sizes of inputs differ there" : "nothing else differs there",
    });
  }
  if (cause.kind !== "config" && config.changes.length === 0)
    checks.push({ met: true, text: "same configuration" });
  if (cause.kind !== "environment" && environment?.packages.changes.length === 0) {
    checks.push({ met: true, text: "same packages" });
  }
  if (cause.kind !== "input" && inputs.length > 0 && inputs.every(({ moved }) => !moved)) {
    checks.push({ met: true, text: "no input moved" });
  }
  return [...checks, { met: false, text: "not run again to confirm" }];
}
