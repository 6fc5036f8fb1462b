import { publicUrlOf, readEnvironment, sharedEnvironment } from "@heddle/core";
import { z } from "zod";

const read = readEnvironment(z.object(sharedEnvironment), process.env);
if ("problems" in read) {
  process.stderr.write(`${read.problems.join("\n")}\n`);
  process.exit(1);
}

/** Everything the worker process takes from its environment. */
export const { env } = read;

export const publicUrl = publicUrlOf(env);
