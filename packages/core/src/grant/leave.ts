import { recordAudit } from "../audit/record";
import { authorise, type Context } from "../context";
import { DomainError } from "../error/domain-error";
import { deleteGrant } from "./remove";
import { withProjectPeople } from "./with-project-people";

/** Gives back what the caller was granted in the project. */
export async function leaveProject(args: { ctx: Context }): Promise<Record<string, never>> {
  const { ctx } = args;
  authorise(ctx, "read");
  await withProjectPeople(ctx, async (tx, { userId, email }) => {
    const from = await deleteGrant(tx, ctx, userId);
    if (!from) {
      throw new DomainError("conflict", "You are here as a member of the organisation.", {
        fix: "Leave the organisation instead.",
      });
    }
    await recordAudit(tx, ctx, { action: "grant.left", target: email, targetId: userId, detail: { from } });
  });
  return {};
}
