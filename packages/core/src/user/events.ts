import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { AuditAction } from "../audit/action";
import type { InstanceContext } from "../context";
import { decodeCursor, encodeCursor } from "../run/cursor";
import { isUuid } from "../run/uuid-text";

const PAGE = 25;

export const listAccountEventsInput = z.object({ cursor: z.string().max(400).nullish() });

export interface AccountEvent {
  id: string;
  at: string;
  action: AuditAction;
  /** Where it came from; null when nobody knows. */
  address: string | null;
  detail: Record<string, string>;
}

/** What happened to the account of who asks, newest first. */
export async function listAccountEvents(args: {
  ctx: InstanceContext;
  input: z.infer<typeof listAccountEventsInput> & { userId: string };
}): Promise<{ events: AccountEvent[]; nextCursor: string | null }> {
  const { userId } = args.input;
  const { cursor } = listAccountEventsInput.parse(args.input);
  const below = cursor
    ? decodeCursor(cursor, ([id, ...rest]) => isUuid(id ?? "") && rest.length === 0)[0]
    : null;
  const rows = await withSystem(args.ctx.db, (tx) =>
    tx.auditEvent.findMany({
      where: { actorId: userId, organizationId: null, ...(below ? { id: { lt: below } } : {}) },
      orderBy: { id: "desc" },
      take: PAGE + 1,
    }),
  );
  const events = rows.slice(0, PAGE).map((row) => ({
    id: row.id,
    at: row.createdAt.toISOString(),
    action: row.action as AuditAction,
    address: row.address,
    detail: textsOf(row.detail),
  }));
  const last = rows.length > PAGE ? events.at(-1) : undefined;
  return { events, nextCursor: last ? encodeCursor([last.id]) : null };
}

const texts = z
  .record(z.string(), z.unknown())
  .transform((record) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
    ),
  );

function textsOf(detail: unknown): Record<string, string> {
  const read = texts.safeParse(detail);
  return read.success ? read.data : {};
}
