import { BaseSequencer } from "vitest/node";

/** Files that take half a minute and more; one of them begun last would keep everybody waiting. */
const LONG = [
  "bench/faults/faults.db.test.ts",
  "apps/worker/src/main.db.test.ts",
  "apps/web/src/walk/routes.db.test.ts",
  "apps/worker/src/alert/kill.db.test.ts",
  "apps/worker/src/alert/alerts.db.test.ts",
  "apps/web/src/auth/identity-attacks.db.test.ts",
  "packages/queue/src/create-queue.db.test.ts",
];

/** @param {import("vitest/node").TestSpecification} file */
function rank({ moduleId }) {
  const place = LONG.findIndex((file) => moduleId.endsWith(file));
  return place < 0 ? LONG.length : place;
}

/** Runs the long files first, so that all cores have work to the end. */
export class LongestFirst extends BaseSequencer {
  /** @param {import("vitest/node").TestSpecification[]} files */
  async sort(files) {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}
