import { problemSchema, telemetryAnswerSchema, telemetryBatchSchema } from "@heddle/contract";
import type { AcceptedBatch } from "@heddle/core";
import { noteInRequest } from "../../observe/request-facts";
import type { Services } from "../../services";
import { problemResponse, refusal } from "../problem";
import { problems } from "../responses";
import type { Route } from "../route";

const refusedBatch = problemSchema.extend(telemetryAnswerSchema.shape).meta({ id: "RefusedBatch" });

/** Counts a batch and leaves its name in the log, where one follows it on to the worker. */
function tell({ metrics }: Services, projectId: string, batch: AcceptedBatch, bytes: number): void {
  const { answer, stored } = batch;
  const { accepted } = answer;
  const rejected = answer.rejected.length;
  const outcome = stored ? "stored" : accepted > 0 ? "repeated" : "rejected";
  metrics.bytes.inc(bytes);
  metrics.batches.inc({ outcome });
  if (outcome !== "repeated") {
    metrics.events.inc({ outcome: "accepted" }, accepted);
    metrics.events.inc({ outcome: "rejected" }, rejected);
  }
  noteInRequest({ projectId, batch: `${batch.writer}/${batch.batch}`, outcome, accepted, rejected, bytes });
}

export const telemetryRoute: Route = {
  method: "post",
  path: "/api/v1/telemetry",
  access: "ingest",
  about: "project",
  operation: {
    operationId: "sendTelemetry",
    summary: "Send a batch of events",
    description:
      "Answers once the batch is stored durably. The same batch may be sent again: it gets the same answer and is stored once. Events that are not understood are rejected one by one; the others are kept. The body may be compressed with gzip.",
    requestBody: { required: true, content: { "application/json": { schema: telemetryBatchSchema } } },
    responses: {
      "202": { description: "Stored.", content: { "application/json": { schema: telemetryAnswerSchema } } },
      "422": {
        description: "No event could be kept.",
        content: { "application/json": { schema: refusedBatch } },
      },
      ...problems(400, 401, 403, 404, 409, 413, 415),
    },
  },
  async handle(c, services, caller) {
    const ctx = await caller.project();
    const type = c.req.header("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
    if (type !== "application/json") {
      return refusal(
        415,
        "media_type",
        "The body must be JSON.",
        "Send the header Content-Type: application/json.",
      );
    }
    const encoding = c.req.header("content-encoding")?.trim().toLowerCase() ?? "identity";
    if (encoding !== "gzip" && encoding !== "identity") {
      return refusal(
        415,
        "encoding",
        `The encoding ${encoding.slice(0, 50)} is not understood.`,
        "Compress with gzip, or not at all.",
      );
    }
    const { batch, bytes } = await services.reception.receive(ctx, c.req.raw, encoding);
    tell(services, ctx.scope.projectId, batch, bytes);
    const { answer, stored } = batch;
    if (stored) services.drainSignals.send(ctx.scope.projectId);
    if (answer.accepted > 0) return c.json(answer, 202);
    const first = answer.rejected[0];
    return problemResponse(422, {
      code: "nothing_accepted",
      message: `No event could be kept. The first: ${first?.message ?? "none was sent"}`,
      path: `/events/${first?.index ?? 0}${first?.path ?? ""}`,
      fix: first?.fix ?? "Send at least one event.",
      ...answer,
    });
  },
};
