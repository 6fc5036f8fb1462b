import { pairKey } from "./changed-nodes";
import { type ChangedValues, environmentPair } from "./changed-values";
import type { Transition } from "./transitions";
import type { RecentChange, ValuesChange, VersionChange } from "./view";

/** What is known of the transitions; names of nodes and pipelines are full. */
export interface Known {
  nodes: ReadonlyMap<string, NonNullable<VersionChange["nodes"]>>;
  config: ReadonlyMap<string, ChangedValues>;
  packages: ReadonlyMap<string, ChangedValues>;
}

const SHOWN_VALUES = 3;

/**
 * Turns transitions, newest first, into changes. The same step from one version to another is told once for a
 * pipeline, and a value of its configuration once, as it changed last: some change with every run. The same
 * packages that changed in several pipelines are one change, of the pipeline in which they did last.
 */
export function gatherChanges(transitions: readonly Transition[], known: Known): RecentChange[] {
  const told = new Set<string>();
  const first = (key: string) => !told.has(key) && told.add(key).has(key);
  const packages = new Map<string, ValuesChange>();
  const changes: RecentChange[] = [];
  for (const transition of transitions) {
    const { pipeline, codeVersion: to, previousVersion: from } = transition;
    if (from !== null && to !== null && from !== to && first(`${pipeline} ${pairKey({ from, to })}`)) {
      const nodes = known.nodes.get(pairKey({ from, to })) ?? null;
      changes.push({ ...baseOf(transition), kind: "code", from, to, nodes });
    }
    const config = known.config.get(transition.id);
    const fresh = config?.values.filter(({ name }) => first(`${pipeline} config ${name}`)) ?? [];
    if (config && fresh.length > 0)
      changes.push(valuesChange("config", transition, { ...config, values: fresh }));

    const found = known.packages.get(environmentPair(transition));
    if (!found) continue;
    const same = packages.get(JSON.stringify(found));
    if (same) {
      if (!same.pipelines.includes(pipeline)) same.pipelines.push(pipeline);
      continue;
    }
    const change = valuesChange("environment", transition, found);
    packages.set(JSON.stringify(found), change);
    changes.push(change);
  }
  return changes;
}

function baseOf({ pipeline, id, number, status, startedAt, ...others }: Transition) {
  return {
    pipelines: [pipeline],
    run: { id, number, status, startedAt: startedAt.toISOString() },
    previousRun: { id: others.previousId, number: others.previousNumber },
  };
}

function valuesChange(
  kind: ValuesChange["kind"],
  transition: Transition,
  found: ChangedValues,
): ValuesChange {
  const values = found.values.slice(0, SHOWN_VALUES);
  const all = Math.max(found.values.length, kind === "environment" ? found.total : 0);
  return { ...baseOf(transition), kind, values, more: all - values.length };
}
