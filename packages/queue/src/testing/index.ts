export { availableBackends } from "./backends";
export { type RedisServer, startRedis } from "./redis-server";
