import { LIMITS, sha256Schema } from "@heddle/contract";
import { storeBlob } from "@heddle/core";
import { z } from "zod";
import { parse } from "../parse";
import { refusal } from "../problem";
import { readBody } from "../read-body";
import { problems } from "../responses";
import type { Route } from "../route";

const parameters = z.object({
  sha256: sha256Schema.meta({ description: "SHA-256 of the body." }),
});

export const blobsRoute: Route = {
  method: "put",
  path: "/api/v1/blobs/{sha256}",
  access: "ingest",
  about: "project",
  operation: {
    operationId: "putBlob",
    summary: "Store a source file under its hash",
    description: "Send what an answer to telemetry named in `need.blobs`. Sending it again changes nothing.",
    requestParams: { path: parameters },
    requestBody: {
      required: true,
      content: { "application/octet-stream": { schema: z.string().meta({ format: "binary" }) } },
    },
    responses: { "204": { description: "Stored." }, ...problems(400, 401, 403, 404, 413, 415) },
  },
  async handle(c, { queue, log }, caller) {
    const ctx = await caller.project();
    const { sha256 } = parse(parameters, c.req.param());
    if ((c.req.header("content-encoding") ?? "identity") !== "identity") {
      return refusal(415, "encoding", "A file must come as it is.", "Leave out the header Content-Encoding.");
    }
    const body = await readBody(c.req.raw, LIMITS.blobBytes);
    const { completes } = await storeBlob({ ctx, input: { sha256, body } });
    const { projectId } = ctx.scope;
    for (const codeVersion of completes) {
      queue.enqueue("hash-version", { projectId, codeVersion }).catch((error: unknown) => {
        log.warn({ err: error, projectId, codeVersion }, "the signal to hash was lost");
      });
    }
    return c.body(null, 204);
  },
};
