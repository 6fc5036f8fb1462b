import type { ComparisonSummary } from "@heddle/core";
import { shortHash } from "../../format/hash";
import { formatCount } from "../../format/number";
import { plural } from "./verdict-words";

export interface SameRow {
  name: string;
  value: string;
  /** The section that lists what differs. */
  href: string | null;
  /** Nothing of it differs. */
  all: boolean;
}

const share = (same: number, total: number, word: string) =>
  same === total ? plural(total, word) : `${formatCount(same)} of ${plural(total, word)}`;

/** What is the same on both sides, and of what is not, how much. */
export function sameRows(summary: ComparisonSummary): SameRow[] {
  const { config, environment, functions, inputs, columns, graph } = summary;
  const values = config.same + config.changes.length + config.more;
  const given = inputs.filter(({ same }) => same).length;
  const rows: SameRow[] = [
    row(
      "Configuration",
      values === 0 ? "none on either side" : share(config.same, values, "value"),
      "#configuration",
      values === config.same,
    ),
    packagesRow(environment),
    row("Functions", functionWords(functions), "#code", functions.same === functions.total),
    row(
      "Inputs",
      inputs.length === 0 ? "none on either side" : share(given, inputs.length, "input"),
      "#inputs",
      given === inputs.length,
    ),
    row("Columns", columnWords(columns), "#columns", columns.moved === 0),
    machineRow(environment),
    row("Graph shape", graphWords(graph), "#graph", graph.same),
  ];
  return rows;
}

function row(name: string, value: string, href: string | null, all: boolean): SameRow {
  return { name, value, href, all };
}

function packagesRow(environment: ComparisonSummary["environment"]): SameRow {
  if (!environment) return row("Packages", "not recorded for both", null, false);
  const { changes, same } = environment.packages;
  return row("Packages", share(same, same + changes.length, "package"), "#packages", changes.length === 0);
}

function functionWords({ total, same, unknown }: ComparisonSummary["functions"]): string {
  if (total === 0) return "none known";
  return unknown > 0
    ? `${formatCount(same)} of ${formatCount(total)}, ${formatCount(unknown)} not known`
    : share(same, total, "function");
}

function columnWords({ total, moved, absent }: ComparisonSummary["columns"]): string {
  if (total === 0) return absent > 0 ? "none on both sides" : "none";
  return moved === 0
    ? plural(total, "column")
    : `${formatCount(total - moved)} of ${plural(total, "column")}`;
}

function machineRow(environment: ComparisonSummary["environment"]): SameRow {
  if (!environment) return row("Machine", "not recorded for both", null, false);
  const { changes, same } = environment.machine;
  const lock = changes.find(({ path }) => path === "lockfile");
  const value =
    changes.length === 0
      ? `${plural(same, "fact")} of runtime and system`
      : changes.map(({ path }) => path).join(", ");
  return row(
    "Machine",
    lock ? `${value}, lock ${shortHash((lock.after ?? "").replaceAll('"', ""))}` : value,
    "#packages",
    changes.length === 0,
  );
}

function graphWords({ before, after, same }: ComparisonSummary["graph"]): string {
  if (after.nodes === 0 && before.nodes === 0) return "not recorded";
  const words = ({ nodes, edges }: typeof after) => `${plural(nodes, "node")}, ${plural(edges, "edge")}`;
  return same ? words(after) : `${words(before)} → ${words(after)}`;
}
