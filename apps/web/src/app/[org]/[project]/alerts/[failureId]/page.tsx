import type { Metadata } from "next";
import { failureTitle } from "@/components/alerts/failure-words";
import { caller, HydrateClient, prefetch, trpc } from "@/trpc/server";
import { FailureClient } from "./client";

interface FailurePageProps {
  params: Promise<{ org: string; project: string; failureId: string }>;
}

export async function generateMetadata({ params }: FailurePageProps): Promise<Metadata> {
  const ref = await params;
  const { failure } = await caller((api) => api.failures.get(ref));
  return { title: failureTitle(failure) };
}

export default async function FailurePage({ params }: FailurePageProps) {
  const ref = await params;
  const { org, project } = ref;
  const { failure, began } = await caller((api) => api.failures.get(ref));
  const { pipeline, node, lastRun } = failure;
  const { lastGood } = began.changes;
  await Promise.all([
    prefetch(trpc.failures.get.queryOptions(ref)),
    prefetch(trpc.failures.strips.queryOptions({ org, project, pipeline })),
    // Without the comparison or the traceback the page still says what failed; the part says what is missing.
    lastGood === null
      ? undefined
      : prefetch(trpc.compare.summary.queryOptions({ org, project, a: lastGood.id, b: began.run.id })).catch(
          () => undefined,
        ),
    node === null
      ? undefined
      : prefetch(trpc.runs.node.queryOptions({ org, project, runId: lastRun.id, node })).catch(
          () => undefined,
        ),
  ]);
  return (
    <HydrateClient>
      <FailureClient {...ref} />
    </HydrateClient>
  );
}
