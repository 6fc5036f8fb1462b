"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { InboxFigures } from "../ingestion/inbox-figures";
import { QuarantineSection } from "../quarantine/quarantine-section";
import { useProjectQuarantine } from "../quarantine/use-project-quarantine";
import { useShell } from "../shell/shell-context";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";

const POLL_MS = 5000;

/** What of the project waits to be stored, and what could not be. */
export function IngestionOfProject() {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const source = useProjectQuarantine({ org, project });
  const query = useQuery({
    ...trpc.quarantine.inbox.queryOptions({ org, project }),
    refetchInterval: POLL_MS,
  });
  if (query.isPending) return <SectionSkeleton label="Loading the inbox" />;
  return (
    <>
      <PageSection
        title="Inbox"
        intro="What pipelines have sent and were told is safe, on its way into the tables. Usually it is empty."
      >
        {query.isError ? (
          <div className="px-(--gutter) pb-3">
            <QueryError title="The inbox did not load" query={query} onRetry={() => void query.refetch()} />
          </div>
        ) : null}
        {query.data ? <InboxFigures inbox={query.data} /> : null}
      </PageSection>
      <QuarantineSection source={source} everywhere={false} />
    </>
  );
}
