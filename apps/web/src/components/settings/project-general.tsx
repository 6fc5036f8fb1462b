"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { ProjectDanger } from "./project-general-danger";
import { ProjectFacts } from "./project-general-facts";
import { ProjectForm } from "./project-general-form";
import { ProjectRetention } from "./project-general-retention";

/** What is set for the project. Who may not change it reads it. */
export function ProjectGeneral() {
  const trpc = useTRPC();
  const { org, project, role } = useShell();
  const { data } = useSuspenseQuery(trpc.projects.get.queryOptions({ org, project }));
  if (role !== "owner" && role !== "admin") return <ProjectFacts project={data} />;
  return (
    <>
      <ProjectForm project={data} />
      <ProjectRetention days={data.retentionDays} instanceDays={data.instanceDays} />
      <ProjectDanger project={data} />
    </>
  );
}
