import { describe, expect, it } from "vitest";
import { gatherChanges, type Known } from "./gather";
import type { Transition } from "./transitions";
import { isBehaviour } from "./view";

let made = 0;
function step(given: Partial<Transition>): Transition {
  made++;
  return {
    pipeline: "daily",
    id: `run ${made}`,
    number: made,
    status: "succeeded",
    startedAt: new Date("2026-11-23T12:00:00Z"),
    previousId: `before ${made}`,
    previousNumber: made - 1,
    codeVersion: "v2",
    previousVersion: "v2",
    environment: "e2",
    previousEnvironment: "e2",
    configDiffers: false,
    ...given,
  };
}

const known = (given: Partial<Known>): Known => ({
  nodes: new Map(),
  config: new Map(),
  packages: new Map(),
  ...given,
});
const value = (name: string, before: string | null, after: string | null) => ({ name, before, after });

describe("gatherChanges", () => {
  it("tells a step between two versions once for a pipeline, with what is known of its nodes", () => {
    const nodes = { changed: 1, added: 0, removed: 0, names: ["clean"] };
    const changes = gatherChanges(
      [
        step({ previousVersion: "v1" }),
        step({ previousVersion: "v1" }),
        step({ codeVersion: "v1", previousVersion: "v2" }),
        step({ pipeline: "other", previousVersion: "v1" }),
      ],
      known({ nodes: new Map([["v1 v2", nodes]]) }),
    );
    expect(changes).toMatchObject([
      { kind: "code", pipelines: ["daily"], from: "v1", to: "v2", nodes },
      { kind: "code", pipelines: ["daily"], from: "v2", to: "v1", nodes: null },
      { kind: "code", pipelines: ["other"], from: "v1", to: "v2" },
    ]);
  });

  it("calls a version cosmetic in which no node differs, and only when that is known", () => {
    const none = { changed: 0, added: 0, removed: 0, names: [] };
    const [same] = gatherChanges(
      [step({ previousVersion: "v1" })],
      known({ nodes: new Map([["v1 v2", none]]) }),
    );
    const [unknown] = gatherChanges([step({ previousVersion: "v1" })], known({}));
    expect([same, unknown].map((change) => change && isBehaviour(change))).toEqual([false, true]);
  });

  it("tells a value that changes with every run once, as it changed last", () => {
    const [newer, older] = [step({ configDiffers: true }), step({ configDiffers: true })];
    const changes = gatherChanges(
      [newer, older],
      known({
        config: new Map([
          [newer.id, { values: [value("day", "22", "23")], total: 1 }],
          [older.id, { values: [value("day", "21", "22"), value("depth", "1", "2")], total: 2 }],
        ]),
      }),
    );
    expect(changes).toMatchObject([
      { kind: "config", values: [value("day", "22", "23")], more: 0 },
      { kind: "config", values: [value("depth", "1", "2")], more: 0 },
    ]);
  });

  it("puts the same packages of several pipelines together, and names three of many", () => {
    const values = ["a", "b", "c", "d"].map((name) => value(name, "1", "2"));
    const changes = gatherChanges(
      [
        step({ previousEnvironment: "e1" }),
        step({ pipeline: "other", previousEnvironment: "e0" }),
        step({ pipeline: "third", previousEnvironment: "e3" }),
      ],
      known({
        packages: new Map([
          ["e1 e2", { values, total: 90 }],
          ["e0 e2", { values, total: 90 }],
        ]),
      }),
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ pipelines: ["daily", "other"], values: values.slice(0, 3), more: 87 });
  });
});
