import { sharedEnvironment } from "@heddle/core";
import { z } from "zod";

const { DATABASE_URL, REDIS_URL, HEDDLE_SECRET, PUBLIC_URL, PORT, RETENTION_DAYS } = sharedEnvironment;

/**
 * Everything that `heddle-admin` takes from its environment. Each message goes after the variable's name.
 * Without DATABASE_URL it looks for the database of `npm start`; few commands need the secret.
 */
export const adminEnvironment = z.object({
  DATABASE_URL: DATABASE_URL.optional(),
  REDIS_URL,
  HEDDLE_SECRET: HEDDLE_SECRET.optional(),
  PUBLIC_URL,
  PORT,
  RETENTION_DAYS,
});
