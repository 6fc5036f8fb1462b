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

const mapErrors = t.middleware(async ({ ctx, path, type, next }) => {
  const begun = performance.now();
  const result = await next();
  const seconds = (performance.now() - begun) / 1000;
  const count = (outcome: "ok" | "refused" | "failed") => {
    if (type === "subscription") return;
    ctx.services.metrics.procedures.observe({ procedure: path, outcome }, seconds);
  };
  if (result.ok) {
    count("ok");
    return result;
  }
  const cause = result.error.cause;
  const refused =
    cause instanceof DomainError ||
    cause instanceof ZodError ||
    result.error.code !== "INTERNAL_SERVER_ERROR";
  count(refused ? "refused" : "failed");
  if (cause instanceof DomainError) throw toTrpcError(cause);
  if (refused) throw result.error;
  ctx.services.log.error({ err: cause ?? result.error, requestId: ctx.requestId, path }, "procedure failed");
  throw new TRPCError({
    code: "INTERNAL_SERVER_ERROR",
    message: `Something went wrong on our side. Request ${ctx.requestId}.`,
  });
});

export const { router, createCallerFactory } = t;
export const baseProcedure = t.procedure.use(mapErrors);
