import { DomainError } from "@heddle/core";
import { DatabaseProblem } from "@heddle/db/migrate";
import { ZodError } from "zod";
import { Refusal } from "../refusal";
import { safeLines } from "./safe";

/** A schema that is missing or older than this program: PostgreSQL's and Prisma's codes. */
const NOT_MIGRATED = new Set(["42P01", "42703", "P2021", "P2022"]);
/** A database that went away or that waits: what people must look at is the server. */
const AWAY = /^(E[A-Z]+|08...|57P..|53...|P1001|P1002|P1008|P1017)$/;

/** What an operator is told about a failure: a sentence wherever the reason is known, else all there is. */
export function describeFailure(error: unknown): string {
  if (error instanceof DomainError) return safeLines([error.message, error.fix].filter(Boolean).join(" "));
  if (error instanceof Refusal || error instanceof DatabaseProblem) return safeLines(error.message);
  if (error instanceof ZodError) return safeLines(error.issues.map(problem).join("\n"));
  if (!(error instanceof Error)) return safeLines(String(error));
  const code = codeOf(error);
  if (NOT_MIGRATED.has(code)) {
    return "The database does not have this version's schema. Say heddle-admin migrate, or use the heddle-admin of the version that runs.";
  }
  if (AWAY.test(code)) return safeLines(`The database does not do it now: ${error.message} (${code}).`);
  return safeLines(error.stack ?? error.message);
}

function problem({ path, message }: ZodError["issues"][number]): string {
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
