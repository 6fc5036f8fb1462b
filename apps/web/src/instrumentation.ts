import type { Instrumentation } from "next";
import { REQUEST_ID_HEADER } from "./observe/request-id";
import { getServices } from "./services";

/** Next calls this for whatever a page or a route handler throws; the visitor sees the digest. */
export const onRequestError: Instrumentation.onRequestError = (error, request, { routePath }) => {
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
  const requestId = request.headers[REQUEST_ID_HEADER];
  getServices().log.error({ err: error, requestId, digest, page: routePath }, "page failed");
};
