import { sharedEnvironment } from "@heddle/core";
import { z } from "zod";

/** Everything the worker process takes from its environment. Each message goes after the variable's name. */
export const workerEnvironment = z.object(sharedEnvironment);
