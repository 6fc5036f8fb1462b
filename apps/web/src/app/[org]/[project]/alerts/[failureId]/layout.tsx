import type { ReactNode } from "react";
import { prefetch, trpc } from "@/trpc/server";

interface FailureLayoutProps {
  params: Promise<{ org: string; project: string; failureId: string }>;
  children: ReactNode;
}

/** Answers 404 for a failure that is not there: behind the page's skeleton, it would be too late for the status. */
export default async function FailureLayout({ params, children }: FailureLayoutProps) {
  await prefetch(trpc.failures.get.queryOptions(await params));
  return children;
}
