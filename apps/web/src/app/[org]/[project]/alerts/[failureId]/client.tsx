"use client";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FailureError } from "@/components/alerts/failure-error";
import { FailureHeader } from "@/components/alerts/failure-header";
import { FAILURE_KEYS } from "@/components/alerts/failure-keys";
import { FailureTimeline } from "@/components/alerts/failure-timeline";
import { MessagePreview } from "@/components/alerts/message-preview";
import { useFailureActions } from "@/components/alerts/use-failure-actions";
import { WhatChanged } from "@/components/alerts/what-changed";
import { WhatItStopped } from "@/components/alerts/what-it-stopped";
import { PageFrame } from "@/components/shell/page-frame";
import { usePageKeys } from "@/components/shell/page-keys";
import { paths } from "@/components/shell/paths";
import { useShell } from "@/components/shell/shell-context";
import { useKeys } from "@/hooks/use-keys";
import { useTRPC } from "@/trpc/client";

const POLL_MS = 5000;

/** One failure: what changed, where it broke, what happened since, what it stopped, and what was told about it. */
export function FailureClient(ref: { org: string; project: string; failureId: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { org, project, base } = useShell();
  const [muteOpen, setMuteOpen] = useState(false);
  const actions = useFailureActions();
  const { data: detail } = useSuspenseQuery({
    ...trpc.failures.get.queryOptions(ref),
    refetchInterval: POLL_MS,
  });
  const { failure, began } = detail;
  const { pipeline, node, state } = failure;
  const strips = useQuery(trpc.failures.strips.queryOptions({ org, project, pipeline }));
  const act = (work: () => void) => (event: KeyboardEvent) => {
    if (!actions.mayEdit || state === "recovered") return;
    event.preventDefault();
    work();
  };
  usePageKeys("Failure", FAILURE_KEYS);
  useKeys({
    a: act(() => actions.acknowledge(failure.id, failure.acknowledgedAt === null)),
    m: act(() => (state === "muted" ? actions.mute(failure.id, null) : setMuteOpen(true))),
    c: () => {
      const { lastGood } = began.changes;
      if (lastGood) router.push(paths.compare(base, { a: lastGood.id, b: began.run.id }));
    },
  });
  return (
    <PageFrame
      crumbs={[
        { label: "Alerts", href: `${base}/alerts` },
        { label: node === null ? pipeline : `${pipeline}, ${node}` },
      ]}
    >
      <FailureHeader
        detail={detail}
        base={base}
        actions={actions}
        muteOpen={muteOpen}
        onMuteOpen={setMuteOpen}
      />
      <div className="min-h-0 flex-1 overflow-y-auto wide:grid wide:grid-cols-[minmax(0,1fr)_minmax(400px,520px)]">
        <div className="grid min-w-0 content-start gap-3 px-(--gutter) pt-3.5 pb-5">
          <WhatChanged detail={detail} />
          <FailureError failure={failure} />
          <FailureTimeline detail={detail} strip={strips.data?.[0]} base={base} />
          <WhatItStopped detail={detail} base={base} />
        </div>
        <aside className="min-w-0 border-line bg-sunken px-(--gutter) pt-1 pb-5 max-wide:border-t wide:border-l">
          <MessagePreview detail={detail} />
        </aside>
      </div>
    </PageFrame>
  );
}
