import { type Tx, withSystem } from "@heddle/db";
import { z } from "zod";
import { recordAudit } from "../audit/record";
import type { Role } from "../context";
import { join } from "../invitation/join";
import { changeRole } from "../member/change-role";
import { lockOrganization } from "../member/with-people";
import { requireOrganization } from "./find-place";
import { requireUser } from "./find-user";
import type { OperatorContext } from "./operator";

export const roleInput = z.enum(["owner", "admin", "member", "viewer"]);

/** Whoever runs the instance decides as an owner does, who is nobody in particular. */
const AS_OWNER = { userId: "", role: "owner" } as const;

interface Member {
  organizationId: string;
  user: { id: string; email: string };
  role: Role;
}

/** Makes somebody a member of an organisation, or gives a member another role. The last owner stays one. */
export async function setMember(args: {
  ctx: OperatorContext;
  input: { org: string; email: string; role: z.infer<typeof roleInput> };
}): Promise<{ org: string; email: string; role: Role }> {
  const { ctx } = args;
  const { org, email } = args.input;
  const role = roleInput.parse(args.input.role);
  return await withSystem(ctx.db, async (tx) => {
    const { organizationId } = await requireOrganization(tx, org);
    const user = await requireUser(tx, email);
    await putMember(tx, ctx, { organizationId, user, role });
    return { org, email: user.email, role };
  });
}

export async function putMember(
  tx: Tx,
  ctx: OperatorContext,
  { organizationId, user, role }: Member,
): Promise<void> {
  await lockOrganization(tx, organizationId);
  const userId = user.id;
  const where = { organizationId_userId: { organizationId, userId } };
  const source = { ...ctx, organizationId };
  const about = { target: user.email, targetId: userId };
  const found = await tx.membership.findUnique({ where, select: { role: true } });
  if (!found) {
    await join(tx, { organizationId, projectId: null, userId, role, now: ctx.now() });
    await recordAudit(tx, source, { action: "member.added", ...about, detail: { role } });
  } else if (found.role !== role) {
    await changeRole(tx, AS_OWNER, { organizationId, userId, role: found.role }, role, ctx.now());
    const detail = { from: found.role, to: role };
    await recordAudit(tx, source, { action: "member.role_changed", ...about, detail });
  }
}
