import { randomUUID } from "node:crypto";
import type { Database } from "../create-database";
import type { Organization, Project } from "../generated/client";
import { withSystem } from "../scope/prisma-transaction";
import type { Scope } from "../scope/scope";

export interface TestProject {
  organization: Organization;
  project: Project;
  scope: Scope;
}

/** A new organisation with one project, which no other test knows. */
export async function createTestProject(db: Database): Promise<TestProject> {
  const organizationId = randomUUID();
  const projectId = randomUUID();
  const slug = organizationId.slice(0, 8);
  return withSystem(db, async (tx) => {
    const organization = await tx.organization.create({
      data: { id: organizationId, slug: `org-${slug}`, name: `Organisation ${slug}` },
    });
    const project = await tx.project.create({
      data: { id: projectId, organizationId, slug: `project-${slug}`, name: `Project ${slug}` },
    });
    return { organization, project, scope: { organizationId, projectId } };
  });
}
