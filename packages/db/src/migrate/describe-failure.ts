import { DatabaseProblem } from "../database-problem";

/** The engine's code for a database with tables, none of them its own. */
const NOT_EMPTY = "P3005";

/** The engine buries the migration's name and the database's words in a trace of its own. */
export function describeFailure(cause: unknown, applied: readonly string[]): DatabaseProblem {
  if (cause instanceof DatabaseProblem) return cause;
  if (cause instanceof Error && "code" in cause && cause.code === NOT_EMPTY) {
    return new DatabaseProblem(
      "The database already holds tables of something else. Make an empty one with CREATE DATABASE and point DATABASE_URL at it.",
      { cause },
    );
  }
  const text = cause instanceof Error ? cause.message : String(cause);
  const name = /migration_name="([^"]+)"/.exec(text)?.[1];
  const reason = /Error querying the database: (.*)/.exec(text)?.[1] ?? text;
  const state = applied.length === 0 ? "is unchanged" : `is as ${applied.at(-1)} left it`;
  return new DatabaseProblem(
    `The database could not be migrated, and ${state}${name ? `. In ${name}` : ""}: ${reason}`,
    { cause },
  );
}
