export { DatabaseProblem } from "../database-problem";
export { checkDatabase } from "./check-database";
export { diffSchemas } from "./diff-schemas";
export { migrate } from "./migrate";
