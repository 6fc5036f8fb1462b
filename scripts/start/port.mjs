import { createServer } from "node:net";
import { Refusal } from "../bootstrap/refusal.mjs";

/**
 * Refuses a port that something else listens on, or that this user may not listen on.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
export function requireFreePort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => reject(new Refusal(explain(error, port, host))));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve()));
  });
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 * @param {string} host
 */
function explain(error, port, host) {
  const other = `Choose another one: npm start -- --port ${port + 1}`;
  if (error.code === "EADDRINUSE")
    return `Port ${port} is in use, perhaps by a Heddle that runs already. ${other}`;
  if (error.code === "EACCES") return `Port ${port} may not be used by this user. ${other}`;
  return `Cannot listen on ${host}:${port} (${error.message}). Correct HOST or --port.`;
}
