import type { PageRow } from "./row";

/** Every page by its route, as Next writes it. */
export const pages: Record<string, PageRow> = {
  "/": { who: "user", to: /^\/[^/]+\/[^/]+\/runs$/ },
  "/signin": { who: "anyone", to: /^http:\/\/127\.0\.0\.1:\d+\/$/ },
  "/signup": { who: "anyone", to: /^http:\/\/127\.0\.0\.1:\d+\/new$/ },
  "/reset": { who: "anyone" },
  "/reset/[token]": { who: "anyone", params: () => ({ token: "nobody-was-sent-this" }) },
  "/confirm/[token]": { who: "anyone", params: () => ({ token: "nobody-was-sent-this" }) },
  "/account": { who: "user" },
  "/account/security": { who: "user" },
  "/connect": { who: "anyone" },
  "/[org]/[project]/runs": { who: "project viewer" },
  "/[org]/[project]/runs/[runId]": {
    who: "project viewer",
    params: ({ run }) => ({ runId: run }),
    ids: ["runId"],
  },
  "/[org]/[project]/alerts": { who: "project viewer" },
  "/[org]/[project]/settings": { who: "project viewer" },
  "/[org]/settings/projects": { who: "organization viewer" },
  "/[org]/[project]/settings/keys": { who: "project viewer" },
  "/[org]/[project]/settings/audit": { who: "project admin", denied: "audit log is for" },
  "/[org]/settings/keys": { who: "organization admin", denied: "keys are for its owners" },
  "/[org]/settings/audit": { who: "organization admin", denied: "audit log is for" },
  "/[org]/[project]/setup": { who: "project viewer" },
};
