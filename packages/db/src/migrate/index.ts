export { DatabaseProblem } from "../database-problem";
export { checkDatabase, checkMigrated, place } from "./check-database";
export { diffSchemas } from "./diff-schemas";
export { LOCK_KEY, migrate } from "./migrate";
export { MIGRATIONS_DIR, migrationNames } from "./migrations-folder";
