import type { TRPCClientErrorLike } from "@trpc/client";
import type { AppRouter } from "@/trpc/root";

type Failure = TRPCClientErrorLike<AppRouter> | null;

/** The server's words about one field: what is wrong and how to mend it. Null when it is not about that. */
export function fieldError(error: Failure, path: string): string | null {
  const problem = error?.data?.problem;
  if (!problem || problem.path !== path) return null;
  return [problem.message, problem.fix].filter(Boolean).join(" ");
}

/** The same for failures that belong to none of the fields. */
export function formError(error: Failure, paths: readonly string[]): Failure {
  const path = error?.data?.problem?.path;
  return path !== undefined && paths.includes(path) ? null : error;
}
