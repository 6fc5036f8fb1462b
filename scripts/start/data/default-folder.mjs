import { statSync } from "node:fs";
import path from "node:path";

const SHARED = "/var/lib/heddle";

/**
 * `.heddle` in the repository; a place open to others when root's repository is not, because PostgreSQL
 * never runs as root and its user must reach its files.
 * @param {string} root the repository
 * @param {number | undefined} uid
 * @returns {string}
 */
export function defaultDataDir(root, uid) {
  return uid === 0 && !isOpen(root) ? SHARED : path.join(root, ".heddle");
}

/** @param {string} folder @returns {boolean} */
function isOpen(folder) {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  const parent = path.dirname(folder);
  return parent === folder || isOpen(parent);
}
