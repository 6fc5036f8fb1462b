import { readEnvironment } from "@heddle/core";
import { adminEnvironment } from "./environment";
import { Refusal } from "./refusal";

type AdminEnvironment = Extract<
  ReturnType<typeof readEnvironment<typeof adminEnvironment>>,
  { env: unknown }
>["env"];

/** What the commands take from their environment, read when one of them needs it: `--help` needs nothing. */
export function readEnv(): AdminEnvironment {
  const read = readEnvironment(adminEnvironment, process.env);
  if ("problems" in read) throw new Refusal(read.problems.join("\n"));
  return read.env;
}
