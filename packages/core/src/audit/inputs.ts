import { z } from "zod";

const text = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\0]*$/, "must not hold a NUL character");

export const listAuditEventsInput = z.object({
  action: text.optional().meta({ description: "An action, `key.created`, or all about a thing, `key`." }),
  actor: text.optional().meta({ description: "Part of who did it, in any case." }),
  project: text.optional().meta({ description: "Slug of a project of the organisation." }),
  since: z.iso.datetime({ offset: true }).optional().meta({ description: "From this moment on." }),
  until: z.iso.datetime({ offset: true }).optional().meta({ description: "Before this moment." }),
  cursor: z.string().max(400).nullish().meta({ description: "`nextCursor` of the page before." }),
  limit: z.number().int().min(1).max(500).default(50),
  order: z.enum(["newest", "oldest"]).default("newest").meta({
    description: "`oldest` leaves out the last seventy seconds, so that whoever follows it misses nothing.",
  }),
});

export type ListAuditEventsInput = z.infer<typeof listAuditEventsInput>;
