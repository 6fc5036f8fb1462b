export { DatabaseProblem } from "../database-problem";
export { LOCK_KEY } from "./apply-patiently";
export { checkDatabase, checkMigrated, place } from "./check-database";
export { diffSchemas } from "./diff-schemas";
export { migrate } from "./migrate";
export { MIGRATIONS_DIR, migrationNames } from "./migrations-folder";
