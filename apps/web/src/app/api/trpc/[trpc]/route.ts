import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { isSameOrigin } from "../../../../auth/same-origin";
import { getServices } from "../../../../services";
import { requestContext } from "../../../../trpc/request-context";
import { appRouter } from "../../../../trpc/root";

async function handler(request: Request): Promise<Response> {
  if (request.method === "POST" && !isSameOrigin(request.headers, getServices().publicUrl)) {
    return Response.json(
      {
        code: "forbidden",
        message: "This request comes from another site.",
        path: "",
        fix: "Use the dashboard itself.",
      },
      { status: 403 },
    );
  }
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: requestContext,
  });
}

export { handler as GET, handler as POST };
