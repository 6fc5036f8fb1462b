import type { Difference } from "../version/difference";
import { fromHere, type LinkedNode, type Links, linksOf, type Nearest, nearestTargets } from "./hops";

export type CauseKind = "code" | "input" | "config" | "environment";

/** A difference that was recorded, and what lies downstream of it. */
export interface Cause {
  kind: CauseKind;
  /** Where it is; null for what the whole run shares. */
  node: string | null;
  /** Name of the input, when it is one. */
  input: string | null;
  change: "changed" | "added" | "removed";
  /** Only the size of an input differs, as it does from day to day, and not how its values lie. */
  weak: boolean;
  /** What it may explain: the failure, values that moved, or nothing that was seen. */
  explains: "failure" | "columns" | "nothing";
  /** The failed node, or the node whose values moved, that is nearest downstream. */
  target: string | null;
  /** Edges from `node` to `target`; 0 is the node itself, null for what the whole run shares. */
  hops: number | null;
  /** It and nodes below it, as far as their values moved; itself, then most moved first. */
  moved: string[];
  movedTotal: number;
}

export interface Facts {
  nodes: readonly (LinkedNode & { difference: Difference })[];
  /** Nodes that failed on one side only, or on both with another error; null when the run itself did. */
  failed: readonly (string | null)[];
  /** Nodes with columns that moved, most moved first. */
  moved: readonly string[];
  /** Nodes and run inputs that bring data in and differ; `moved` says that their values did, not only their size. */
  inputs: readonly { name: string; node: string | null; moved: boolean }[];
  configChanges: number;
  environmentChanges: number;
}

export interface Explanation {
  causes: Cause[];
  /** Causes beyond those listed. */
  more: number;
}

const LISTED = 50;
const MOVED_LISTED = 6;
const EXPLAINS = { failure: 0, columns: 1, nothing: 3 };
const WEAK = 2;

/**
 * Ranks what was recorded to differ by where it stands to what went wrong. Nothing is estimated: first what lies
 * upstream of the failure, then of values that moved, then inputs of which only the size differs, then what is
 * upstream of nothing. Among these the code of the node itself, the nearest code upstream, inputs, configuration,
 * environment.
 */
export function explain(facts: Facts): Explanation {
  const links = linksOf(facts.nodes);
  const failed = facts.failed.filter((name) => name !== null);
  const toFailure = nearestTargets(links, failed);
  const toMoved = nearestTargets(links, facts.moved);
  const found = [...codeCauses(facts), ...inputCauses(facts), ...runCauses(facts)];
  const placed = found.map((one) => place(one, facts, toFailure, toMoved));
  placed.sort(compare);
  const listed = placed.slice(0, LISTED);
  return { causes: listed.map((one) => withMoved(one, facts, links)), more: placed.length - listed.length };
}

type Found = Pick<Cause, "kind" | "node" | "input" | "change" | "weak">;
type Placed = Found & Pick<Cause, "explains" | "target" | "hops">;

function codeCauses({ nodes }: Facts): Found[] {
  return nodes.flatMap(({ name, difference }) =>
    difference === "changed" || difference === "added" || difference === "removed"
      ? [{ kind: "code" as const, node: name, input: null, change: difference, weak: false }]
      : [],
  );
}

function inputCauses({ inputs }: Facts): Found[] {
  return inputs.map(({ name, node, moved }) => ({
    kind: "input",
    node,
    input: name,
    change: "changed",
    weak: !moved,
  }));
}

function runCauses({ configChanges, environmentChanges }: Facts): Found[] {
  const of = (kind: "config" | "environment"): Found => ({
    kind,
    node: null,
    input: null,
    change: "changed",
    weak: false,
  });
  return [
    ...(configChanges > 0 ? [of("config")] : []),
    ...(environmentChanges > 0 ? [of("environment")] : []),
  ];
}

function place(
  found: Found,
  facts: Facts,
  toFailure: Map<string, Nearest>,
  toMoved: Map<string, Nearest>,
): Placed {
  if (found.node === null) {
    const explains = facts.failed.length > 0 ? "failure" : facts.moved.length > 0 ? "columns" : "nothing";
    return { ...found, explains, target: null, hops: null };
  }
  const failure = toFailure.get(found.node);
  if (failure) return { ...found, explains: "failure", ...failure };
  const moved = toMoved.get(found.node);
  if (moved) return { ...found, explains: "columns", ...moved };
  // A run that failed outside of its nodes may have done so for whatever is in it.
  if (facts.failed.includes(null)) return { ...found, explains: "failure", target: null, hops: null };
  return { ...found, explains: "nothing", target: null, hops: null };
}

function rankOf({ kind, hops }: Placed): number {
  if (kind === "code") return hops === 0 ? 0 : 1;
  if (kind === "input") return 2;
  return kind === "config" ? 3 : 4;
}

function compare(a: Placed, b: Placed): number {
  const group = ({ explains, weak }: Placed) => (weak ? WEAK : EXPLAINS[explains]);
  return (
    group(a) - group(b) ||
    EXPLAINS[a.explains] - EXPLAINS[b.explains] ||
    rankOf(a) - rankOf(b) ||
    (a.hops ?? 0) - (b.hops ?? 0) ||
    ((a.node ?? "") < (b.node ?? "") ? -1 : 1)
  );
}

function withMoved(placed: Placed, { moved }: Facts, links: Links): Cause {
  const below = placed.node === null ? null : fromHere(links, placed.node);
  const touched = below ? moved.filter((name) => below.has(name)) : [...moved];
  // The node's own columns show best what its change did.
  touched.sort((x, y) => Number(y === placed.node) - Number(x === placed.node));
  return { ...placed, moved: touched.slice(0, MOVED_LISTED), movedTotal: touched.length };
}
