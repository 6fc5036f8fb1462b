import { createUuidV7, type TelemetryEvent } from "@heddle/contract";
import { describe, expect, it } from "vitest";
import { type Attempt, mergeAttempts } from "../fold/attempt";
import { type Arrival, foldEvent } from "../fold/fold-event";
import { type AttributeState, emptyFold, type Folded } from "../fold/folded";
import { canonical } from "../fold/lattice";
import { compareOrigins } from "../fold/origin";
import { mergeRuns, type RunState } from "../fold/run-state";
import { sampleRun } from "../testing/sample-run";
import { attemptsOf, columnsOfAttempts } from "./node-run-row";
import { columnsOfState, type RunRow, stateOfRow } from "./run-row";

const TIMES = 10_000;
const RUN_ID = createUuidV7(Date.parse("2026-11-20T10:00:00Z"));
const WRITERS = ["5f0f2c6e-52f5-4c40-8d6e-0d4f0a8f7a10", "9f0f2c6e-52f5-4c40-8d6e-0d4f0a8f7a10"] as const;

interface Sent {
  event: TelemetryEvent;
  arrival: Arrival;
}

/** What is stored, in the form that rows have, by the same keys as what is folded. */
interface Stored {
  runs: Map<string, string>;
  nodeRuns: Map<string, string>;
  attributes: Map<string, AttributeState>;
}

const at = (second: number) => new Date(Date.parse("2026-11-20T10:00:00Z") + second * 1000).toISOString();

/**
 * A run with attempts of which a second process reports the later ones, signs of life, and a success that comes
 * minutes after the last of them, when the run has long been shown as lost.
 */
function lateRun(): Sent[] {
  const { events } = sampleRun(4, RUN_ID);
  const first = events
    .filter(({ type }) => type !== "run.finished" && type !== "code.version")
    .map((event, i) => ({ event, arrival: { writer: WRITERS[0], receivedAt: at(i) } }));
  const node = { node: "n2", task: "", runId: RUN_ID } as const;
  const rows = { name: "rows", role: "metric", type: "heddle.scalar", schemaVersion: 1 } as const;
  const retries: TelemetryEvent[] = [1, 2].flatMap((attempt) => [
    { type: "node.started", seq: attempt * 3, ...node, attempt, startedAt: at(300 + attempt) },
    {
      ...{ type: "node.finished", seq: attempt * 3 + 1, ...node, attempt, finishedAt: at(310 + attempt) },
      ...{ status: "succeeded", attributes: [{ ...rows, value: attempt }] },
    },
    { type: "run.heartbeat", seq: attempt * 3 + 2, runId: RUN_ID, at: at(320 + attempt) },
  ]) as TelemetryEvent[];
  const end: TelemetryEvent = {
    ...{ type: "run.finished", seq: 9, runId: RUN_ID, status: "succeeded", finishedAt: at(400) },
    ...{ dropped: { full: 2 } },
  } as TelemetryEvent;
  const late = { writer: WRITERS[1], receivedAt: at(600) };
  return [...first, ...[...retries, end].map((event) => ({ event, arrival: late }))];
}

function store(stored: Stored, folded: Folded): void {
  for (const [id, state] of folded.runs) {
    const row = stored.runs.get(id);
    stored.runs.set(id, runText(id, row === undefined ? state : mergeRuns(stateOfRow(runRow(row)), state)));
  }
  for (const [key, { attempts }] of folded.nodeRuns) {
    const row = stored.nodeRuns.get(key);
    const merged = row === undefined ? attempts : mergeAttempts(nodeAttempts(row), attempts);
    stored.nodeRuns.set(key, JSON.stringify(columnsOfAttempts(merged)));
  }
  for (const [key, state] of folded.attributes) {
    const known = stored.attributes.get(key);
    if (!known || compareOrigins(state.origin, known.origin) >= 0) stored.attributes.set(key, state);
  }
}

function runText(id: string, state: RunState): string {
  return JSON.stringify({ ...columnsOfState(id, state), pipeline: state.pipeline });
}

function runRow(text: string): RunRow {
  const row = JSON.parse(text);
  const finished_at = row.finished_at && new Date(row.finished_at);
  return {
    ...row,
    finished_at,
    started_at: new Date(row.started_at),
    last_seen_at: new Date(row.last_seen_at),
  };
}

function nodeAttempts(text: string): Attempt[] {
  const row = JSON.parse(text);
  const instant = (value: string | null) => value && new Date(value);
  return attemptsOf({ ...row, started_at: instant(row.started_at), finished_at: instant(row.finished_at) });
}

/** Groups of events, each of which one transaction stores. */
function storeAll(groups: Sent[][]): string {
  const stored: Stored = { runs: new Map(), nodeRuns: new Map(), attributes: new Map() };
  for (const group of groups) {
    const folded = emptyFold();
    for (const { event, arrival } of group) foldEvent(folded, event, arrival);
    store(stored, folded);
  }
  const sorted = (rows: Map<string, unknown>) => [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  const parsed = (rows: Map<string, string>) =>
    sorted(rows).map(([key, row]) => [key, JSON.parse(row as string)]);
  return canonical([parsed(stored.runs), parsed(stored.nodeRuns), sorted(stored.attributes)]);
}

/** Numbers below a bound, the same ones for the same seed. */
function dice(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % bound;
  };
}

function shuffled<Item>(items: Item[], roll: (bound: number) => number): Item[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = roll(i + 1);
    [result[i], result[j]] = [result[j] as Item, result[i] as Item];
  }
  return result;
}

function cut<Item>(items: Item[], roll: (bound: number) => number): Item[][] {
  const groups: Item[][] = [];
  for (let from = 0; from < items.length; ) {
    const size = 1 + roll(items.length);
    groups.push(items.slice(from, from + size));
    from += size;
  }
  return groups;
}

describe("the events of a run", () => {
  const sent = lateRun();
  const expected = storeAll([sent]);

  it("tell of retries and of a late success", () => {
    expect(expected).toContain('"status":"succeeded"');
    expect(expected).toContain('"dropped":{"full":2}');
    expect(expected).toContain(`"last_seen_at":"${at(600)}"`);
    expect(new Set(sent.map(({ arrival }) => arrival.writer)).size).toBe(2);
  });

  it(`end in the same rows in ${TIMES} orders, with repetitions, cut anywhere`, () => {
    for (let seed = 1; seed <= TIMES; seed++) {
      const roll = dice(seed);
      const repeated = shuffled([...sent, ...sent.filter(() => roll(2) === 0)], roll);
      if (storeAll(cut(repeated, roll)) !== expected) {
        expect({ seed, rows: storeAll(cut(repeated, roll)) }).toEqual({ seed, rows: expected });
      }
    }
  });

  it("end in the same rows when they break off anywhere, and the rest or all of them comes later", () => {
    for (let end = 0; end <= sent.length; end++) {
      const prefix = sent.slice(0, end);
      expect(storeAll([prefix, sent.slice(end)])).toBe(expected);
      expect(storeAll([sent.slice(end), prefix])).toBe(expected);
      expect(storeAll([prefix, sent])).toBe(expected);
      if (end < sent.length) expect(storeAll([prefix])).not.toBe(expected);
    }
  });
});
