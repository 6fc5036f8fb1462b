import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { requestContext } from "../../../../trpc/request-context";
import { appRouter } from "../../../../trpc/root";

function handler(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: requestContext,
    responseMeta: () => ({ headers: { "cache-control": "no-store" } }),
  });
}

export { handler as GET, handler as POST };
