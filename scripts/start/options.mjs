import path from "node:path";
import { parseArgs } from "node:util";
import { Refusal } from "../bootstrap/refusal.mjs";

/**
 * @typedef {object} StartOptions
 * @property {number} port
 * @property {string} host
 * @property {string} dataDir absolute
 * @property {boolean} demo
 * @property {boolean} reset
 * @property {boolean} yes
 * @property {boolean} dev
 * @property {boolean} help
 * @property {string | null} databaseUrl null: the embedded PostgreSQL
 * @property {string | null} redisUrl null: the queue lives in PostgreSQL
 * @property {string} publicUrl scheme, host and port, nothing after them
 */

const DEFAULT_PORT = 8241;

const known = /** @type {const} */ ({
  port: { type: "string" },
  "data-dir": { type: "string" },
  "no-demo": { type: "boolean" },
  reset: { type: "boolean" },
  yes: { type: "boolean" },
  dev: { type: "boolean" },
  help: { type: "boolean", short: "h" },
});

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @param {{ dataDir: string, cwd: string }} folders  the default data folder, and where relative ones begin
 * @returns {StartOptions}
 */
export function parseOptions(args, env, { dataDir, cwd }) {
  const values = parse(args);
  const port = parsePort(values.port ?? env.PORT);
  return {
    port,
    host: env.HOST || "127.0.0.1",
    dataDir: values["data-dir"] ? path.resolve(cwd, values["data-dir"]) : dataDir,
    demo: !values["no-demo"],
    reset: values.reset ?? false,
    yes: values.yes ?? false,
    dev: values.dev ?? false,
    help: values.help ?? false,
    databaseUrl: parseUrl("DATABASE_URL", env.DATABASE_URL, ["postgresql:", "postgres:"]),
    redisUrl: parseUrl("REDIS_URL", env.REDIS_URL, ["redis:", "rediss:"]),
    publicUrl: parseOrigin("PUBLIC_URL", env.PUBLIC_URL) ?? `http://localhost:${port}`,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, options: known, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(". ")[0] : String(error);
    throw new Refusal(`${reason}. Run "npm start -- --help" for the options there are.`);
  }
}

/** @param {string | undefined} text */
function parsePort(text) {
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(
    `The port must be a whole number from 1 to 65535, not "${text}". Give it as --port 8241.`,
  );
}

/**
 * @param {string} name
 * @param {string | undefined} text
 * @param {string[]} protocols
 */
function parseUrl(name, text, protocols) {
  if (!text) return null;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  throw new Refusal(`${name} must be a URL that begins with ${protocols[0]}//. Correct it or unset it.`);
}

/**
 * @param {string} name
 * @param {string | undefined} text
 */
function parseOrigin(name, text) {
  const url = parseUrl(name, text, ["http:", "https:"]);
  if (url === null) return null;
  const { href, origin } = new URL(url);
  if (href === `${origin}/`) return origin;
  throw new Refusal(`${name} must end after its host or port, without a path. Set it to ${origin}.`);
}
