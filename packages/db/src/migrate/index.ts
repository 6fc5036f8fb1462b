export { DatabaseProblem } from "../database-problem";
export { diffSchemas } from "./diff-schemas";
export { migrate } from "./migrate";
