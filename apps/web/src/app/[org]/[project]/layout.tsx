import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { loadViewer } from "@/components/shell/load-viewer";

interface ProjectLayoutProps {
  params: Promise<{ org: string; project: string }>;
  children: ReactNode;
}

/** Guards a project's pages: what the viewer may not see does not exist. */
export default async function ProjectLayout({ params, children }: ProjectLayoutProps) {
  const { org, project } = await params;
  const { projects } = await loadViewer();
  const current = projects.find(({ slug, organization }) => slug === project && organization.slug === org);
  if (!current) notFound();
  return <AppShell initial={current}>{children}</AppShell>;
}
