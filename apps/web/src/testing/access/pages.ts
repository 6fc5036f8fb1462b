import type { PageRow } from "./row";

/** Every page by its route, as Next writes it. */
export const pages: Record<string, PageRow> = {
  "/": { who: "user", to: /^\/[^/]+\/[^/]+\/runs$/ },
  "/signin": { who: "anyone", to: /^http:\/\/127\.0\.0\.1:\d+\/$/ },
  "/connect": { who: "anyone" },
  "/[org]/[project]/runs": { who: "project viewer" },
  "/[org]/[project]/runs/[runId]": {
    who: "project viewer",
    params: ({ run }) => ({ runId: run }),
    ids: ["runId"],
  },
  "/[org]/[project]/alerts": { who: "project viewer" },
  "/[org]/[project]/settings": { who: "project viewer" },
  "/[org]/[project]/setup": { who: "project viewer" },
};
