import { createUuidV7 } from "@heddle/contract";
import { withOrganization } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import { authorise, type OrganizationContext } from "../context";
import { DomainError } from "../error/domain-error";
import { claimSlug, slugText } from "../slug/slug";
import { projectDescription, projectName } from "./fields";
import { makeRoom } from "./make-room";
import { explainTaken } from "./taken";

export const createProjectInput = z.object({
  name: projectName,
  slug: slugText("project").optional(),
  description: projectDescription.optional(),
});

/** Makes a project. Without an address it gets one from its name, with a number where that is taken. */
export async function createProject(args: {
  ctx: OrganizationContext;
  input: z.infer<typeof createProjectInput>;
}): Promise<{ id: string; slug: string }> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const { name, slug: wanted, description = "" } = createProjectInput.parse(args.input);
  const { organizationId } = ctx;
  const now = ctx.now();
  const id = createUuidV7(now.getTime());
  return await withOrganization(ctx.db, organizationId, async (tx) => {
    await makeRoom(tx, organizationId);
    const insert = async (slug: string) => {
      const data = [{ id, organizationId, slug, name, description, createdAt: now, servedAt: now }];
      return (await tx.project.createMany({ data, skipDuplicates: true })).count === 1;
    };
    const slug = await claimSlug({ name, slug: wanted }, "project", insert).catch(async (error: unknown) => {
      const taken = error instanceof DomainError && wanted !== undefined;
      throw taken ? await explainTaken(tx, organizationId, wanted) : error;
    });
    const change = { action: "project.created", target: name, targetId: id, projectId: id } as const;
    await recordAudit(tx, ctx, { ...change, detail: { slug } });
    return { id, slug };
  });
}
