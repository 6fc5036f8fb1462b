import { z } from "zod";

const name = z.string().min(1).max(4096);
const path = name.regex(/^[^\0]+$/);
/** Of a code version. PostgreSQL has no text with NUL in it, so no hash has one either. */
const hash = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\0]+$/);

/** Which pipeline's versions: the named one, else that of the version, else the one that ran last. */
const ofPipeline = { pipeline: name.optional(), version: hash.optional() };

export const listVersionsInput = z.object({
  ...ofPipeline,
  cursor: z.string().min(1).max(400).nullish(),
  limit: z.number().int().min(1).max(100).default(20),
});
export type ListVersionsInput = z.infer<typeof listVersionsInput>;

export const getVersionDiffInput = z.object({
  pipeline: name.optional(),
  /** The one used before `to`, when it is left out. */
  from: hash.optional(),
  /** The newest, when it is left out. */
  to: hash.optional(),
});
export type GetVersionDiffInput = z.infer<typeof getVersionDiffInput>;

export const getVersionCodeInput = z.object({
  /** Null for the code of one version alone. */
  from: hash.nullable(),
  to: hash,
  of: z.union([z.object({ node: name }), z.object({ file: path })]),
});
export type GetVersionCodeInput = z.infer<typeof getVersionCodeInput>;
