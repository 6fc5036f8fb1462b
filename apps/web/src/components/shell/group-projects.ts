import type { OrganizationSummary, ProjectView, Role } from "@heddle/core";

interface Group {
  slug: string;
  name: string;
  /** Null for guests. */
  role: Role | null;
  projects: ProjectView[];
}

/** Organisations that are open, in their order, each with its projects; also those without any. */
export function groupProjects(
  projects: readonly ProjectView[],
  organizations: readonly OrganizationSummary[],
): Group[] {
  return organizations
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ slug, name, role }) => ({
      ...{ slug, name, role },
      projects: projects.filter(({ organization }) => organization.slug === slug),
    }));
}
