import type { Metadata } from "next";
import { Onboarding } from "@/components/setup/onboarding";
import { PageFrame } from "@/components/shell/page-frame";
import { getServices } from "@/services";
import { caller } from "@/trpc/server";

export const metadata: Metadata = { title: "Track a pipeline" };

export default async function SetupPage({ params }: PageProps<"/[org]/[project]/setup">) {
  const { org, project } = await params;
  const { runs } = await caller((api) => api.runs.list({ org, project, limit: 1 }));
  const crumbs = [{ label: "Runs", href: `/${org}/${project}/runs` }, { label: "Track a pipeline" }];
  return (
    <PageFrame crumbs={crumbs}>
      <Onboarding publicUrl={getServices().publicUrl} newest={runs[0]?.id ?? null} />
    </PageFrame>
  );
}
