import { publicUrlOf, readEnvironment } from "@heddle/core";
import { workerEnvironment } from "./environment";

const read = readEnvironment(workerEnvironment, process.env);
if ("problems" in read) {
  process.stderr.write(`${read.problems.join("\n")}\n`);
  process.exit(1);
}

/** Everything the worker process takes from its environment. */
export const { env } = read;

export const publicUrl = publicUrlOf(env);
