import { z } from "zod";

const part = z.object({
  ok: z.boolean(),
  ms: z.number().int().min(0).meta({ description: "How long it took to find out." }),
  problem: z.string().nullable(),
});

export const healthSchema = z
  .object({
    status: z.enum(["ok", "failing"]),
    parts: z.object({
      database: part,
      queue: part,
      worker: part.extend({
        seenSecondsAgo: z.number().nullable().meta({
          description: "Age of the newest sign of life of any worker; null when there was none.",
        }),
      }),
    }),
  })
  .meta({ id: "Health" });

export type Health = z.infer<typeof healthSchema>;
