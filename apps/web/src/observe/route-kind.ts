/** Which part of the process answers what has no route of the HTTP API; one of few words, whatever the path. */
export function routeKind(path: string): "trpc" | "auth" | "api" | "static" | "page" {
  if (path.startsWith("/api/trpc/")) return "trpc";
  if (path.startsWith("/api/auth/")) return "auth";
  if (path.startsWith("/api/")) return "api";
  return path.startsWith("/_next/") || /\.\w{2,5}$/.test(path) ? "static" : "page";
}

/** The procedures that a path of tRPC calls at once. */
export function proceduresOf(path: string): string | undefined {
  return /^\/api\/trpc\/([a-zA-Z.,]{1,200})$/.exec(path)?.[1];
}
