import type { ReactNode } from "react";
import { prefetch, trpc } from "@/trpc/server";

interface RunLayoutProps {
  params: Promise<{ org: string; project: string; runId: string }>;
  children: ReactNode;
}

/** Answers 404 for a run that is not there: behind the page's skeleton, it would be too late for the status. */
export default async function RunLayout({ params, children }: RunLayoutProps) {
  await prefetch(trpc.runs.get.queryOptions(await params));
  return children;
}
