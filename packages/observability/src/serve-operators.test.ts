import { once } from "node:events";
import { connect } from "node:net";
import { Gauge } from "prom-client";
import { expect, it, onTestFinished } from "vitest";
import { createRegistry } from "./create-registry";
import { serveOperators } from "./serve-operators";
import { createWebMetrics } from "./web-metrics";

async function start(problem: () => string | null = () => null) {
  const registry = createRegistry("web");
  const metrics = createWebMetrics(registry);
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const server = await serveOperators({ host: "127.0.0.1", port: 0, registry, problem, onError });
  onTestFinished(() => server.close());
  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
  return { registry, metrics, errors, server, ask };
}

it.each(["/metrics?name=x", "/api/metrics"])("tells the metrics in Prometheus' text at %s", async (path) => {
  const { metrics, ask } = await start();
  metrics.rateLimited.inc({ route: "/api/v1/runs", reason: "key" }, 3);
  const answer = await ask(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("version=0.0.4");
  expect(await answer.text()).toContain(
    'heddle_http_rate_limited_total{route="/api/v1/runs",reason="key",process="web"} 3',
  );
});

it("says whether to start the process again, and why", async () => {
  let problem: string | null = null;
  const { ask } = await start(() => problem);
  const well = await ask("/health");
  expect([well.status, await well.text()]).toEqual([200, "ok\n"]);
  problem = "It hangs.";
  const ill = await ask("/health");
  expect([ill.status, await ill.text()]).toEqual([503, "It hangs.\n"]);
});

it("answers only what it is for", async () => {
  const { ask } = await start();
  expect((await ask("/")).status).toBe(404);
  expect((await ask("/metrics/../health/x")).status).toBe(404);
  const head = await ask("/metrics", { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
    const refused = await ask("/metrics", { method });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  }
});

it("survives a metric that cannot be read", async () => {
  const { registry, errors, ask } = await start();
  const collect = () => {
    throw new Error("no figure");
  };
  new Gauge({ name: "broken", help: "Broken.", registers: [registry], collect });
  const answer = await ask("/metrics");
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("no figure");
  expect(errors).toMatchObject([{ message: "no figure" }]);
  expect((await ask("/health")).status).toBe(200);
});

it("ends connections that never finish their question", async () => {
  const { server } = await start();
  const slow = connect(server.port, "127.0.0.1");
  slow.write("GET /metrics HTTP/1.1\r\nHost: x\r\n");
  slow.on("error", () => {});
  slow.resume();
  await once(slow, "close");
}, 30_000);

it("says which port is in use", async () => {
  const { server, registry } = await start();
  const again = serveOperators({
    host: "127.0.0.1",
    port: server.port,
    registry,
    problem: () => null,
    onError: () => {},
  });
  await expect(again).rejects.toThrow(`METRICS_PORT=${server.port}`);
});
