import { headers } from "next/headers";
import { ADDRESS_HEADER } from "../auth/client-address";
import { currentSession, isCurrent } from "../auth/session";
import { REQUEST_ID_HEADER } from "../observe/request-id";
import { getServices } from "../services";
import type { TrpcContext } from "./context";

/** Context of the HTTP request that Next is answering, for route handlers and server components alike. */
export async function requestContext(): Promise<TrpcContext> {
  const services = getServices();
  const session = await currentSession(services);
  const said = await headers();
  return {
    services,
    userId: session?.userId ?? null,
    stillSignedIn: async () => session !== null && (await isCurrent(services, session)),
    requestId: said.get(REQUEST_ID_HEADER) ?? "",
    address: said.get(ADDRESS_HEADER) ?? "",
  };
}
