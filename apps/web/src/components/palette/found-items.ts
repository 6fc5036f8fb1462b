import type { FoundNode, FoundPipeline, FoundRun, FoundVersion, SearchResults } from "@heddle/core";
import { Columns2, GitCommitHorizontal, Library, Link2, List, SquareArrowOutUpRight } from "lucide-react";
import { shortHash } from "../../format/hash";
import { formatCount } from "../../format/number";
import { shortModule } from "../nodes/module-name";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { STATUS, type Status } from "../status/status-words";
import { fits } from "./fit";
import { type Action, type Group, type Item, KIND_ICONS } from "./item";

const copyLink = (href: string): Action => ({
  key: "y",
  label: "Copy link",
  icon: Link2,
  deed: { copy: href },
});

function compare(base: string, now: string, lastGood: string | null): Action[] {
  if (lastGood === null) return [];
  const href = paths.compare(base, { a: lastGood, b: now });
  return [{ key: "c", label: "Compare with the last good run", icon: Columns2, deed: { href } }];
}

function showRuns(base: string, pipeline: string): Action {
  const href = paths.runs(base, { pipeline });
  return { key: "r", label: `Show runs of ${pipeline}`, icon: List, deed: { href } };
}

function showVersions(base: string, shown: { pipeline: string; to?: string; node?: string }): Action {
  const href = paths.versions(base, shown);
  return { key: "v", label: "Show versions", icon: GitCommitHorizontal, deed: { href } };
}

const stateOf = (status: Status, at: string): Item["tail"] => ({
  words: status === "succeeded" ? "" : STATUS[status].label.toLowerCase(),
  at,
  bad: status === "failed",
});

function runItem(base: string, run: FoundRun): Item {
  const href = paths.run(base, run.id);
  const { pipeline } = run;
  const commit = run.commit === null ? null : `commit ${shortHash(run.commit)}`;
  return {
    id: `run ${run.id}`,
    kind: "run",
    label: runName(run),
    detail: [pipeline, commit].filter(Boolean).join(", "),
    mark: { status: run.status },
    tail: stateOf(run.status, run.startedAt),
    deed: { href },
    actions: [
      ...compare(base, run.id, run.lastGood),
      ...(pipeline === null ? [] : [showRuns(base, pipeline)]),
      ...(pipeline && run.codeVersion ? [showVersions(base, { pipeline, to: run.codeVersion })] : []),
      copyLink(href),
    ],
  };
}

/** What says why a node was found whose name does not; else its doc. */
function aboutNode({ name, doc, module, columns }: FoundNode, words: readonly string[]): string | null {
  const has = (text: string | null) => fits(text ?? "", words) < 4;
  if (columns.length > 0 && !has(name)) return `column ${columns[0]}`;
  return module !== null && !has(name) && !has(doc) && has(module) ? `module ${shortModule(module)}` : doc;
}

function nodeItem(base: string, node: FoundNode, words: readonly string[]): Item {
  const { name, pipeline, status, usedBy, run } = node;
  const href = paths.node(base, { pipeline, node: name });
  const inRun = paths.run(base, run.id, { node: name });
  return {
    id: `node ${pipeline} ${name}`,
    kind: "node",
    label: name,
    detail: [pipeline, aboutNode(node, words)].filter(Boolean).join(", "),
    mark: { status },
    tail:
      status === "succeeded"
        ? { words: usedBy > 0 ? `used by ${formatCount(usedBy)}` : "" }
        : stateOf(status, run.startedAt),
    deed: { href },
    actions: [
      ...compare(base, run.id, run.lastGood),
      { key: "n", label: "Open in the newest run", icon: SquareArrowOutUpRight, deed: { href: inRun } },
      showRuns(base, pipeline),
      showVersions(base, { pipeline, node: name }),
      copyLink(href),
    ],
  };
}

function pipelineItem(base: string, { name, runs, last }: FoundPipeline): Item {
  const href = paths.runs(base, { pipeline: name });
  return {
    id: `pipeline ${name}`,
    kind: "pipeline",
    label: name,
    detail: `${formatCount(runs)} ${runs === 1 ? "run" : "runs"}`,
    mark: last ? { status: last.status } : { icon: KIND_ICONS.pipeline },
    tail: last ? stateOf(last.status, last.startedAt) : undefined,
    deed: { href },
    actions: [
      ...(last ? compare(base, last.id, last.lastGood) : []),
      {
        key: "n",
        label: "Show its nodes",
        icon: Library,
        deed: { href: paths.catalog(base, { pipeline: name }) },
      },
      showVersions(base, { pipeline: name }),
      copyLink(href),
    ],
  };
}

function versionItem(base: string, { hash, pipeline, nodes, commit, createdAt }: FoundVersion): Item {
  const href = paths.versions(base, { pipeline, to: hash });
  const size = `${formatCount(nodes)} ${nodes === 1 ? "node" : "nodes"}`;
  return {
    id: `version ${hash}`,
    kind: "version",
    label: shortHash(hash),
    mono: true,
    detail: [pipeline, size, commit && `commit ${shortHash(commit)}`].filter(Boolean).join(", "),
    mark: { icon: KIND_ICONS.version },
    tail: { words: "", at: createdAt },
    deed: { href },
    actions: [
      {
        ...showRuns(base, pipeline),
        deed: { href: paths.runs(base, { pipeline, version: hash }) },
        label: "Show its runs",
      },
      copyLink(href),
    ],
  };
}

/** The row that leads to the catalog, which is no result. */
export const ALL_NODES = "all nodes";

/** What the server found, by kind; a row that leads to all nodes when there are more. */
export function foundGroups(base: string, found: SearchResults, text: string): Group[] {
  const words = text.split(/\s+/).filter(Boolean);
  const all: Item = {
    id: ALL_NODES,
    kind: "action",
    label: "All matching nodes",
    detail: "in the catalog",
    mark: { icon: Library },
    deed: { href: paths.catalog(base, { q: text }) },
    actions: [],
  };
  return [
    { title: "Runs", items: found.runs.map((run) => runItem(base, run)) },
    {
      title: "Nodes",
      items: [...found.nodes.map((node) => nodeItem(base, node, words)), ...(found.more.nodes ? [all] : [])],
    },
    { title: "Pipelines", items: found.pipelines.map((pipeline) => pipelineItem(base, pipeline)) },
    { title: "Versions", items: found.versions.map((version) => versionItem(base, version)) },
  ];
}
