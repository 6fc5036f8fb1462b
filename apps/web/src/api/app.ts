import { Hono } from "hono";
import type { Services } from "../services";

/** The HTTP API, apart from the pages and without Next. */
export function createApi(services: Services): Hono {
  const app = new Hono();
  app.get("/api/health", async (c) => {
    await services.queue.check();
    return c.json({ status: "ok" });
  });
  return app;
}
