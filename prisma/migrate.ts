import { DatabaseProblem, migrate } from "@heddle/db/migrate";
import { createMigration } from "./create-migration";
import { databaseUrl } from "./env";

const USAGE = `Usage:
  npm run db:migrate             applies what is missing of prisma/migrations to DATABASE_URL
  npm run db:migration -- NAME   writes a migration for what changed in prisma/schema.prisma`;

async function deploy(): Promise<void> {
  const applied = await migrate({ url: databaseUrl(), log: console.log });
  for (const name of applied) console.log(`Applied ${name}.`);
  if (applied.length === 0) console.log("The database is up to date.");
}

async function create(name: string): Promise<void> {
  const file = await createMigration(name, databaseUrl());
  console.log(
    file ? `Wrote ${file}. Read it, and add by hand what Prisma cannot say.` : "Nothing has changed.",
  );
}

async function main([command, name]: string[]): Promise<void> {
  if (command === "deploy" && name === undefined) return deploy();
  if (command === "create" && name !== undefined) return create(name);
  throw new DatabaseProblem(USAGE);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof DatabaseProblem ? error.message : error);
  process.exitCode = 1;
});
