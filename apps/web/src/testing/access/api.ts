import { createHash } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { batchOf, wholeRun } from "../telemetry";
import type { ApiRow } from "./row";

const FILE = "export {};\n";
const FILE_SHA256 = createHash("sha256").update(FILE).digest("hex");

/** Every operation of the HTTP API by method and path, as the API document writes it. */
export const api: Record<string, ApiRow> = {
  "POST /api/v1/telemetry": {
    who: "key ingest",
    status: 202,
    request: () => ({ json: batchOf(wholeRun(createUuidV7())) }),
  },
  "PUT /api/v1/blobs/{sha256}": {
    who: "key ingest",
    status: 204,
    request: () => ({ params: { sha256: FILE_SHA256 }, body: FILE }),
  },
  "GET /api/v1/runs": {
    who: "key read",
    status: 200,
    request: ({ runsCursor }) => ({ query: { cursor: runsCursor } }),
    places: ["cursor"],
  },
  "GET /api/v1/runs/{id}": {
    who: "key read",
    status: 200,
    request: ({ run }) => ({ params: { id: run } }),
    ids: ["id"],
  },
  "GET /api/v1/projects": { who: "key read", of: "tenant", status: 200 },
  "POST /api/v1/projects": {
    who: "key admin",
    of: "organization",
    status: 201,
    request: () => ({ json: { name: `walked ${crypto.randomUUID()}` } }),
  },
  "GET /api/v1/keys": { who: "key admin", of: "tenant", status: 200 },
  "POST /api/v1/keys": {
    who: "key admin",
    of: "tenant",
    status: 201,
    request: () => ({ json: { name: "walked", scopes: ["read"] } }),
  },
  "DELETE /api/v1/keys/{id}": {
    who: "key admin",
    of: "tenant",
    status: 204,
    request: async ({ make }) => ({ params: { id: await make.key() } }),
    ids: ["id"],
  },
  "GET /api/v1/audit-events": {
    who: "key admin",
    of: "tenant",
    status: 200,
    request: ({ project }) => ({ query: { project } }),
    places: ["project"],
  },
  // No worker stands beside the web process that is walked over, and health says so.
  "GET /api/health": { who: "anyone", status: 503 },
  "GET /api/ready": { who: "anyone", status: 200 },
  "GET /api/openapi.json": { who: "anyone", status: 200 },
  "GET /sdk.tgz": { who: "anyone", status: 200 },
};
