import type { ReactNode } from "react";
import { StatusMark } from "../status/status-mark";
import { Button } from "./button";

interface ErrorStateProps {
  /** What happened, as a short sentence without a full stop. */
  title: string;
  /** Why, what was kept, and how to mend it. */
  children?: ReactNode;
  /** A number by which the server's log can be searched. */
  request?: string;
  onRetry?: () => void;
}

/** Something went wrong: what happened, what was kept, one action, a request number. */
export function ErrorState({ title, children, request, onRetry }: ErrorStateProps) {
  return (
    <div role="alert" className="flex items-start gap-2.5 rounded-3 border border-line py-2.5 pr-2.5 pl-3">
      <span className="mt-[3px]">
        <StatusMark status="failed" label="Error" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">{title}</p>
        <div className="text-12 leading-5 break-words text-ink-2">
          {children} {request ? <span>Request {request}.</span> : null}
        </div>
      </div>
      {onRetry ? (
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}
