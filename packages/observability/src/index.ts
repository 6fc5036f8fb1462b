export { createLogger, type Logger } from "./create-logger";
export { createRegistry, type Registry } from "./create-registry";
export { type OperatorsServer, serveOperators } from "./serve-operators";
