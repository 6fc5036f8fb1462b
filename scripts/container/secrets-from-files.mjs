// Loaded before every program of the image (NODE_OPTIONS in the Dockerfile). What the environment holds wins;
// otherwise HEDDLE_SECRET_FILE holds the secret, and DATABASE_PASSWORD_FILE what DATABASE_URL lacks.
import { readFileSync } from "node:fs";

const { env } = process;

/** @param {string} name of the variable that names the file */
function contentOf(name) {
  try {
    return readFileSync(env[name] ?? "", "utf8").trim();
  } catch (error) {
    console.error(`${name} names a file that cannot be read: ${error.message}.`);
    process.exit(1);
  }
}

if (env.HEDDLE_SECRET_FILE && !env.HEDDLE_SECRET) env.HEDDLE_SECRET = contentOf("HEDDLE_SECRET_FILE");
if (env.DATABASE_PASSWORD_FILE && URL.canParse(env.DATABASE_URL ?? "")) {
  const url = new URL(env.DATABASE_URL);
  if (url.password === "") url.password = encodeURIComponent(contentOf("DATABASE_PASSWORD_FILE"));
  env.DATABASE_URL = url.href;
}
