import { runStatusSchema } from "@heddle/contract";
import { z } from "zod";

const name = z.string().min(1).max(4096);
const line = z
  .string()
  .min(1)
  .regex(/^[^\0]*$/, "must not hold a NUL character");

/** One value or several, any of which will do. */
function some<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.array(schema).min(1).max(20)]).optional();
}

const CHANGE_KINDS = ["code", "input", "config", "environment"] as const;

/** Which runs are meant. Fields are joined by "and", the values of a field by "or". */
export const runFilterInput = z.object({
  status: some(runStatusSchema).meta({ description: "Status; several are joined by or." }),
  pipeline: some(name).meta({ description: "Name of a pipeline; several are joined by or." }),
  version: z
    .string()
    .regex(/^[0-9a-f]{4,64}$/, "must be 4 to 64 hexadecimal digits in lower case")
    .optional()
    .meta({ description: "Hash of a code version, or how it begins." }),
  tag: some(line.max(1000).regex(/^[^:]+:/, "must be key:value")).meta({
    description: "A tag as `key:value`; values of the same key are joined by or, keys by and.",
  }),
  from: z.iso.datetime({ offset: true }).optional().meta({ description: "Begun at this moment or later." }),
  to: z.iso.datetime({ offset: true }).optional().meta({ description: "Begun before this moment." }),
  last: z
    .enum(["24h", "7d", "30d"])
    .optional()
    .meta({ description: "Begun within this time; `from` counts if it is given, too." }),
  text: line.max(200).optional().meta({
    description:
      "`#12` is the number of a run; else part of an error, a tag's value, a trigger, a branch, an author or a commit's message, or how an id, a commit or a version begins.",
  }),
});
export type RunFilter = z.infer<typeof runFilterInput>;

export const changedInput = some(z.enum(CHANGE_KINDS)).meta({
  description: "What changed since the previous run of the pipeline; several are joined by or.",
});
