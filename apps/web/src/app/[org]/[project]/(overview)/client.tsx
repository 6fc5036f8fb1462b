"use client";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { OverviewView } from "@/components/overview/overview-view";
import { RangeMenu } from "@/components/overview/range-menu";
import { useOverview } from "@/components/overview/use-overview";
import { Onboarding } from "@/components/setup/onboarding";
import { PageFrame } from "@/components/shell/page-frame";
import { useShell } from "@/components/shell/shell-context";
import { overviewParams } from "./search-params";

const CRUMBS = [{ label: "Overview" }];

/** How the project is, live; how to send the first run while there is none. */
export function OverviewClient({ publicUrl }: { publicUrl: string }) {
  const shell = useShell();
  const { org, project } = shell;
  const [state, setState] = useQueryStates(overviewParams, { history: "push" });
  const queries = useOverview({ org, project }, state);

  const nothing = queries.health.data?.total === 0;
  // Stays when the first run comes: what is shown then says so and leads to it.
  const [teaching, setTeaching] = useState(nothing);
  if (nothing && !teaching) setTeaching(true);
  if (teaching) {
    return (
      <PageFrame crumbs={CRUMBS}>
        <Onboarding publicUrl={publicUrl} newest={null} />
      </PageFrame>
    );
  }
  const onChange = (change: Partial<typeof state>) => void setState(change);
  const range = <RangeMenu range={state.range} onChange={(next) => onChange({ range: next })} />;
  return (
    <PageFrame crumbs={CRUMBS} tools={range}>
      <h1 className="sr-only">Overview</h1>
      <OverviewView base={shell.base} state={state} queries={queries} onChange={onChange} range={range} />
    </PageFrame>
  );
}
