import type { TRPCClientErrorLike } from "@trpc/client";
import type { AppRouter } from "@/trpc/root";
import { ErrorState } from "./error-state";

interface QueryErrorProps {
  /** What happened, from the reader's side. */
  title: string;
  query: { error: TRPCClientErrorLike<AppRouter> | null };
  onRetry: () => void;
}

/** A query that failed: the server's own words and how to mend it, or that no server answered. */
export function QueryError({ title, query: { error }, onRetry }: QueryErrorProps) {
  const answered = error?.data !== undefined && error.data !== null;
  const words = answered
    ? [error.message, error.data?.problem?.fix].filter(Boolean).join(" ")
    : "The server does not answer. What you see and your filter are kept.";
  const request = error?.data?.httpStatus === 500 ? (error.data.requestId ?? undefined) : undefined;
  return (
    <ErrorState
      title={title}
      request={words.includes(request ?? " ") ? undefined : request}
      onRetry={onRetry}
    >
      {words}
    </ErrorState>
  );
}
