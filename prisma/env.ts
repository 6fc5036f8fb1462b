import { DatabaseProblem } from "@heddle/db/migrate";

/** The database that a command is about. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (url) return url;
  throw new DatabaseProblem(
    "DATABASE_URL is not set. Set it to postgresql://user:password@host:5432/database.",
  );
}
