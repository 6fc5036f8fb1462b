import { withSystem } from "@heddle/db";
import { DomainError } from "../error/domain-error";
import { isUuid } from "../run/uuid-text";
import type { TenantContext } from "../tenant";
import type { OperatorContext } from "./operator";

/** The key with this id, or with this beginning of the key itself, and what it belongs to. */
export async function findKey(args: {
  ctx: OperatorContext;
  input: { key: string };
}): Promise<{ id: string; name: string; ctx: TenantContext }> {
  const { ctx, input } = args;
  const where = isUuid(input.key) ? { id: input.key } : { prefix: input.key };
  const select = { id: true, name: true, organizationId: true, projectId: true } as const;
  const found = await withSystem(ctx.db, (tx) => tx.apiKey.findMany({ where, select, take: 2 }));
  const [key, another] = found;
  if (!key) {
    throw new DomainError("not_found", "There is no such API key.", {
      fix: "Give its id or its beginning (hdl_ and eight characters) as heddle-admin key list shows them.",
    });
  }
  if (another) {
    throw new DomainError("conflict", `More than one API key begins with ${input.key}.`, {
      fix: "Give its id instead.",
    });
  }
  const { id, name, organizationId, projectId } = key;
  const place = projectId === null ? { organizationId } : { scope: { organizationId, projectId } };
  return { id, name, ctx: { ...ctx, ...place } };
}
