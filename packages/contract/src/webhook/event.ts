import { z } from "zod";
import { instant, text } from "../primitives";

const run = z.object({
  id: z.uuid(),
  number: z
    .int()
    .nullable()
    .meta({ description: "Counts the runs of the pipeline; null before it was given." }),
  url: text.meta({ description: "Its page." }),
  startedAt: instant,
});

const names = z.array(text).meta({ description: "Names of nodes, the first hundred." });

export const runFailedEventSchema = z
  .object({
    type: z.literal("run.failed"),
    id: z
      .uuid()
      .meta({ description: "Of the message, as the header `webhook-id`: the same in every attempt." }),
    at: instant.meta({ description: "When the failure was noticed." }),
    organization: text,
    project: text,
    pipeline: text.nullable(),
    environment: text.nullable().meta({ description: "The run's tag `environment`." }),
    run: run.extend({ finishedAt: instant.nullable() }),
    failure: z.object({
      id: z.uuid().nullable().meta({ description: "Of the failures that are the same as this one." }),
      url: text.nullable(),
      node: text
        .nullable()
        .meta({ description: "The first that failed; null when the run failed outside of its nodes." }),
      type: text.nullable(),
      message: text.nullable().meta({ description: "With what looks like a secret masked." }),
      place: z
        .object({ file: text, line: z.int().nullable(), function: text.nullable() })
        .nullable()
        .meta({ description: "Innermost frame in the project's own code." }),
      owner: text.nullable(),
      streak: z.int().meta({ description: "Failed runs in a row, this one included; at most 1000." }),
      skipped: z.int().meta({ description: "Nodes that did not run because of it." }),
    }),
    changes: z
      .object({
        lastGood: run
          .nullable()
          .meta({ description: "The last run that succeeded in the same environment." }),
        code: z.object({ from: text.nullable(), to: text.nullable() }).nullable().meta({
          description: "Versions of the last good run and of this one; null when either is not known.",
        }),
        nodes: z
          .object({ changed: names, added: names, removed: names })
          .nullable()
          .meta({ description: "Nodes whose own code differs; null when that is not known." }),
        commit: z
          .object({
            hash: text,
            author: text.nullable(),
            subject: text.nullable(),
            same: z.boolean().nullable(),
          })
          .nullable(),
      })
      .meta({ description: "What is known to differ from the last good run." }),
  })
  .meta({ id: "RunFailedEvent" });
export type RunFailedEvent = z.infer<typeof runFailedEventSchema>;

export const testEventSchema = z
  .object({
    type: z.literal("test"),
    id: z.uuid(),
    at: instant,
    organization: text,
    project: text,
    channel: text.meta({ description: "What the channel is called." }),
  })
  .meta({ id: "TestEvent" });
export type TestEvent = z.infer<typeof testEventSchema>;

/** What is sent to a webhook. New types and fields may come: ignore what you do not know. */
export const webhookEventSchema = z.discriminatedUnion("type", [runFailedEventSchema, testEventSchema]);
export type WebhookEvent = z.infer<typeof webhookEventSchema>;
