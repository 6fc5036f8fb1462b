/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/**
 * Whether node_modules holds what the lock file asks for.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | null} installed node_modules/.package-lock.json, which npm writes last
 * @returns {boolean}
 */
export function isInstalled(wanted, installed) {
  if (!installed) return false;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (!path.includes("node_modules/")) return true;
    const found = installed.packages[path];
    if (!found) return entry.optional === true || entry.devOptional === true;
    return entry.link === true || found.version === entry.version;
  });
}
