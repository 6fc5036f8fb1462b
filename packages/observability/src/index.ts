export { captureConsole } from "./capture-console";
export { createLogger, type Logger } from "./create-logger";
export { createRegistry, type Registry, watchProcess } from "./create-registry";
export { watchInstance } from "./instance-metrics";
export { withLogFields } from "./log-fields";
export { watchPool } from "./pool-metrics";
export { serveOperators } from "./serve-operators";
export { createWebMetrics, type WebMetrics } from "./web-metrics";
export { createWorkerMetrics, type WorkerMetrics } from "./worker-metrics";
