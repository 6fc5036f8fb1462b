import { z } from "zod";
import { count, instant, text } from "../primitives";

export const projectSchema = z
  .object({
    id: z.uuid(),
    slug: text.meta({ description: "Its name in addresses, and what the header `x-heddle-project` takes." }),
    name: text,
    description: text,
    retentionDays: count
      .nullable()
      .meta({ description: "Runs older than this are deleted; null keeps them." }),
    createdAt: instant,
  })
  .meta({ id: "Project" });
export type Project = z.infer<typeof projectSchema>;

export const projectListSchema = z.object({ projects: z.array(projectSchema) }).meta({ id: "ProjectList" });
