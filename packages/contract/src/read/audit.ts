import { z } from "zod";
import { instant, json, text } from "../primitives";

export const auditEventSchema = z
  .object({
    id: z.uuid(),
    at: instant,
    action: text.meta({ description: "Thing and past participle: `member.role_changed`." }),
    actor: z.object({
      type: z.enum(["user", "apiKey", "system"]),
      id: z.uuid().nullable(),
      name: text.meta({ description: "E-mail of the person, name of the key or of our own job." }),
    }),
    address: text.nullable().meta({ description: "Network address that it came from." }),
    project: z
      .object({
        id: z.uuid(),
        slug: text.nullable().meta({ description: "Null when the project is gone for good." }),
        name: text.nullable(),
      })
      .nullable()
      .meta({ description: "Null for what concerns the organisation as a whole." }),
    target: text.meta({ description: "What it was done to, in words." }),
    targetId: text.nullable(),
    detail: z.record(z.string(), json).meta({ description: "What else there is to know, by action." }),
  })
  .meta({ id: "AuditEvent" });
export type AuditEventView = z.infer<typeof auditEventSchema>;

export const auditPageSchema = z
  .object({
    events: z.array(auditEventSchema),
    nextCursor: text.nullable().meta({
      description: "Where to go on. With `order=oldest` it stays good: keep it and ask again later.",
    }),
    hasMore: z
      .boolean()
      .meta({ description: "Whether there is more now. A page may be empty and have more." }),
  })
  .meta({ id: "AuditPage" });
export type AuditPage = z.infer<typeof auditPageSchema>;
