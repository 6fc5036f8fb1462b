import { describeRoutes } from "./openapi";
import type { Route } from "./route";
import { auditEventsRoute } from "./routes/audit-events";
import { blobsRoute } from "./routes/blobs";
import { healthRoute } from "./routes/health";
import { createKeyRoute, listKeysRoute, revokeKeyRoute } from "./routes/keys";
import { openapiRoute } from "./routes/openapi";
import { createProjectRoute, listProjectsRoute } from "./routes/projects";
import { readyRoute } from "./routes/ready";
import { getRunRoute, listRunsRoute } from "./routes/runs";
import { sdkRoute } from "./routes/sdk";
import { telemetryRoute } from "./routes/telemetry";

/** Every route of the HTTP API. */
export function createRoutes(publicUrl: string): Route[] {
  let document: object | undefined;
  const routes: Route[] = [
    telemetryRoute,
    blobsRoute,
    listRunsRoute,
    getRunRoute,
    listProjectsRoute,
    createProjectRoute,
    listKeysRoute,
    createKeyRoute,
    revokeKeyRoute,
    auditEventsRoute,
    healthRoute,
    readyRoute,
    sdkRoute,
    openapiRoute(() => {
      document ??= describeRoutes(routes, publicUrl);
      return document;
    }),
  ];
  return routes;
}
