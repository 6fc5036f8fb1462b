import { sharedEnvironment } from "@heddle/core";
import { z } from "zod";

const { DATABASE_URL, REDIS_URL, HEDDLE_SECRET } = sharedEnvironment;

/** Everything that `heddle-admin` takes from its environment. Each message goes after the variable's name. */
export const adminEnvironment = z.object({ DATABASE_URL, REDIS_URL, HEDDLE_SECRET });
