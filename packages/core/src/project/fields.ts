import { z } from "zod";
import { lineOfText } from "../text/line";

export const projectName = lineOfText(100);

// PostgreSQL has no text with NUL in it, and no JSON with half a surrogate pair.
export const projectDescription = z
  .string()
  .trim()
  .regex(/^[^\0\p{Cs}]*$/u)
  .max(2000);

/** After how many days runs go; null keeps them. */
export const retentionDays = z.int().min(1).max(3650).nullable();
