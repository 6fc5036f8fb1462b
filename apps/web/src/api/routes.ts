import { describeRoutes } from "./openapi";
import type { Route } from "./route";
import { blobsRoute } from "./routes/blobs";
import { healthRoute } from "./routes/health";
import { openapiRoute } from "./routes/openapi";
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
    healthRoute,
    sdkRoute,
    openapiRoute(() => {
      document ??= describeRoutes(routes, publicUrl);
      return document;
    }),
  ];
  return routes;
}
