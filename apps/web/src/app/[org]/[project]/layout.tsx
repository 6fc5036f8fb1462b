import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { caller } from "@/trpc/server";

interface ProjectLayoutProps {
  params: Promise<{ org: string; project: string }>;
  children: ReactNode;
}

/** Guards a project's pages: what the viewer may not see does not exist. */
export default async function ProjectLayout({ params, children }: ProjectLayoutProps) {
  const { org, project } = await params;
  const [projects, viewer] = await Promise.all([
    caller((api) => api.projects.list()),
    caller((api) => api.projects.viewer()),
  ]);
  const current = projects.find(({ slug, organization }) => slug === project && organization.slug === org);
  if (!current) notFound();
  return (
    <AppShell shell={{ org, project, base: `/${org}/${project}`, role: current.role, viewer, projects }}>
      {children}
    </AppShell>
  );
}
