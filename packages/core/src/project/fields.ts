import { z } from "zod";

// PostgreSQL has no text with NUL in it, and no JSON with half a surrogate pair.
const plain = z
  .string()
  .trim()
  .regex(/^[^\0\p{Cs}]*$/u);

export const projectName = plain.min(1).max(100);
export const projectDescription = plain.max(2000);

/** After how many days runs go; null keeps them. */
export const retentionDays = z.int().min(1).max(3650).nullable();
