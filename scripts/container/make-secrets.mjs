// Runs before everything else of docker-compose.yml: keeps the secrets of this instance in a folder, made at
// the first start unless they are given, for their owner's eyes only. Later starts find them there.
import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

const [folder = ""] = process.argv.slice(2);

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
}

/**
 * @param {string} name of the file
 * @param {string | undefined} given
 * @param {string} change what it means when another value is given than before
 */
function keep(name, given, change) {
  const file = path.join(folder, name);
  const kept = read(file);
  const value = given || kept || randomBytes(32).toString("base64url");
  if (value === kept) return;
  if (kept) console.log(change);
  // Whole or not at all: an empty file would be taken for a secret by whoever reads it.
  writeFileSync(`${file}.part`, value, { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

const { POSTGRES_PASSWORD, HEDDLE_SECRET } = process.env;
keep(
  "postgres-password",
  POSTGRES_PASSWORD,
  "POSTGRES_PASSWORD is another one than before. PostgreSQL keeps the old one until it is told: ALTER ROLE heddle PASSWORD '...'.",
);
keep(
  "heddle-secret",
  HEDDLE_SECRET,
  "HEDDLE_SECRET is another one than before: API keys, sessions and webhooks made with the old one work no longer.",
);
console.log("The secrets of this instance are in place.");
