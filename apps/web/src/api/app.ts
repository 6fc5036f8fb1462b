import { randomUUID } from "node:crypto";
import { authorise } from "@heddle/core";
import { type Context, Hono } from "hono";
import { ADDRESS_HEADER } from "../auth/client-address";
import { noteInRequest } from "../observe/request-facts";
import { REQUEST_ID_HEADER } from "../observe/request-id";
import type { Services } from "../services";
import { createAuthenticator } from "./authenticate";
import { PROJECT_HEADER } from "./named-project";
import { problemOfError, refusal } from "./problem";
import { RateLimited } from "./rate-limited";
import { RateLimits } from "./rate-limits";
import { createRoutes } from "./routes";
import { isUnreachable } from "./unreachable";

/** The HTTP API, apart from the pages and without Next. */
export function createApi(services: Services): Hono {
  const app = new Hono();
  const routes = createRoutes(services.publicUrl);
  const authenticate = createAuthenticator(services);
  const limits = new RateLimits(services.apiLimits, Date.now);

  for (const route of routes) {
    app.on(route.method.toUpperCase(), honoPath(route.path), async (c) => {
      noteInRequest({ route: route.path });
      if (route.access === "public") return route.handle(c, services);
      const authorization = c.req.header("authorization") ?? null;
      const address = c.req.header(ADDRESS_HEADER) ?? "";
      const project = c.req.header(PROJECT_HEADER) ?? null;
      const authenticated = () => authenticate({ authorization, project, address });
      const caller = await limits.admit({ authorization, address }, authenticated);
      // Verbs check it too; here it spares reading the body of a request that is refused anyway.
      authorise(caller, route.access === "admin" ? "manage" : route.access);
      return route.handle(c, services, caller);
    });
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    app.all(honoPath(path), (c) => {
      noteInRequest({ route: path });
      return methodRefused(c, methods.join(", "));
    });
  }
  // People look for it here; where accounts sign in is no place for it.
  app.all("/api/metrics", () =>
    refusal(
      404,
      "not_found",
      "The metrics are not on this port.",
      "Set METRICS_PORT, and ask for /api/metrics on that port.",
    ),
  );
  app.notFound(() =>
    refusal(404, "not_found", "There is nothing at this address.", "See the addresses in /api/openapi.json."),
  );
  app.onError((error, c) => {
    if (error instanceof RateLimited) noteInRequest({ limit: error.reason });
    // The listener gives each request its id.
    const requestId = c.req.header(REQUEST_ID_HEADER) ?? randomUUID();
    const { response, unexpected } = problemOfError(error, requestId);
    if (unexpected) {
      services.log.error({ err: error, requestId }, "request failed");
      // Any other error concerns one request: others' signs of life come in.
      if (c.req.method === "POST" && isUnreachable(error)) services.uptime.broken();
    }
    return response;
  });
  return app;
}

function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1");
}

function methodRefused(c: Context, allowed: string): Response {
  const message = `This address does not take ${c.req.method}.`;
  return refusal(405, "method", message, `Use ${allowed}.`, { allow: allowed });
}
