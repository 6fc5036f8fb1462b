import { DomainError } from "@heddle/core";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { TrpcContext } from "./context";
import { problemOf, toTrpcError } from "./errors";

const t = initTRPC.context<TrpcContext>().create({
  sse: {
    ping: { enabled: true, intervalMs: 10_000 },
    client: { reconnectAfterInactivityMs: 30_000 },
  },
  errorFormatter: ({ shape, error, ctx }) => ({
    ...shape,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path,
      problem: problemOf(error),
      requestId: ctx?.requestId ?? null,
    },
  }),
});

const mapErrors = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = result.error.cause;
  if (cause instanceof DomainError) throw toTrpcError(cause);
  if (cause instanceof ZodError || result.error.code !== "INTERNAL_SERVER_ERROR") throw result.error;
  ctx.services.log.error({ err: cause ?? result.error, requestId: ctx.requestId, path }, "procedure failed");
  throw new TRPCError({
    code: "INTERNAL_SERVER_ERROR",
    message: `Something went wrong on our side. Request ${ctx.requestId}.`,
  });
});

export const { router, createCallerFactory } = t;
export const baseProcedure = t.procedure.use(mapErrors);
