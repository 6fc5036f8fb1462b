"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useQueryState } from "nuqs";
import { useTRPC } from "@/trpc/client";
import { useOrganization } from "../shell/organization-context";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { CreateProject } from "./create-project";
import { DeletedProjects } from "./deleted-projects";
import { ProjectsTable } from "./projects-table";

/** An organisation's projects: what happens in them, how to make one, and how to get a deleted one back. */
export function ProjectsView() {
  const trpc = useTRPC();
  const { slug: org, mayManage } = useOrganization();
  const { data } = useSuspenseQuery(trpc.projects.overview.queryOptions({ org }));
  // In the address, so that other pages can lead to the open dialog.
  const [creating, setCreating] = useQueryState("new");
  const create = (
    <Button variant="primary" onClick={() => void setCreating("1")}>
      New project
    </Button>
  );
  return (
    <>
      <PageSection
        title="Projects"
        intro="Each has its own runs, API keys and alerts. Members of the organisation see all of them."
        action={mayManage ? create : null}
      >
        {data.projects.length > 0 ? (
          <ProjectsTable org={org} projects={data.projects} mayManage={mayManage} />
        ) : (
          <div className="px-(--gutter)">
            <EmptyState title="No projects yet">
              {mayManage
                ? "Create the first one: pipelines send their runs to a project."
                : "An owner or an admin of the organisation can create one."}
            </EmptyState>
          </div>
        )}
      </PageSection>
      {data.deleted.length > 0 ? <DeletedProjects org={org} projects={data.deleted} /> : null}
      {creating === "1" && mayManage ? (
        <CreateProject org={org} onClose={() => void setCreating(null)} />
      ) : null}
    </>
  );
}
