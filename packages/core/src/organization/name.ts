import { z } from "zod";

/** What people call an organisation. PostgreSQL has no text with NUL in it. */
export const organizationName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\0\p{Cs}]*$/u);
