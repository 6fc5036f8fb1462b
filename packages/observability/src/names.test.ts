import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createRegistry, watchProcess } from "./create-registry";
import { watchInstance } from "./instance-metrics";
import { watchPool } from "./pool-metrics";
import { createWebMetrics } from "./web-metrics";
import { createWorkerMetrics } from "./worker-metrics";

const nothing = () => Promise.reject(new Error("not asked"));

/** Every metric that web and worker have, by name. */
function allNames(): Set<string> {
  const registries = [createRegistry("web"), createRegistry("worker")];
  for (const registry of registries) {
    watchProcess(registry);
    watchPool(registry, { totalCount: 0, idleCount: 0, waitingCount: 0 });
    watchInstance(registry, { inbox: nothing, jobs: nothing, onError: () => {} });
  }
  const [web, worker] = registries;
  if (web) createWebMetrics(web);
  if (worker) createWorkerMetrics(worker);
  return new Set(registries.flatMap((registry) => registry.getMetricsAsArray().map(({ name }) => name)));
}

/** The names in a text, less what Prometheus adds for the parts of a histogram. */
function namesIn(text: string): string[] {
  const found = text.match(/\b(heddle|process|nodejs)_[a-z0-9_]+/g) ?? [];
  return [...new Set(found.map((name) => name.replace(/_(bucket|count|sum)$/, "")))];
}

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const section = (text: string, title: string) =>
  text.split(/^## /m).find((part) => part.startsWith(title)) ?? "";

it.each([
  ["deploy/grafana-dashboard.json", read("deploy/grafana-dashboard.json")],
  ["deploy/prometheus-alerts.yml", read("deploy/prometheus-alerts.yml")],
  ["docs/operations.md, Metrics", section(read("docs/operations.md"), "Metrics")],
])("%s names metrics that there are", (_place, text) => {
  const named = namesIn(text);
  expect(named.length).toBeGreaterThan(5);
  const known = allNames();
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

it("follows the conventions of Prometheus", () => {
  for (const name of [...allNames()].filter((one) => one.startsWith("heddle_"))) {
    expect(name).toMatch(/^heddle_[a-z0-9]+(_[a-z0-9]+)*$/);
    expect(name).not.toMatch(/_(ms|milliseconds|kb|count|sum|bucket)$/);
  }
});

it("shows each of our own metrics on the dashboard", () => {
  const shown = new Set(namesIn(read("deploy/grafana-dashboard.json")));
  expect([...allNames()].filter((name) => name.startsWith("heddle_") && !shown.has(name))).toEqual([]);
});
