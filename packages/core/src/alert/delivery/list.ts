import { withScope } from "@heddle/db";
import { z } from "zod";
import { authorise, type Context } from "../../context";
import { decodeCursor, encodeCursor } from "../../run/cursor";
import { readDeliveries } from "./read";
import { DELIVERY_STATUSES } from "./status";
import type { Delivery } from "./view";

export const listDeliveriesInput = z.object({
  cursor: z.string().max(200).nullish(),
  status: z.enum(DELIVERY_STATUSES).optional(),
  channelId: z.uuid().optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Messages of the project, newest first, page by page. */
export async function listDeliveries(args: {
  ctx: Context;
  input: z.input<typeof listDeliveriesInput>;
}): Promise<{ deliveries: Delivery[]; nextCursor: string | null }> {
  const { ctx } = args;
  authorise(ctx, "read");
  const { cursor, limit, status, channelId } = listDeliveriesInput.parse(args.input);
  const where = { AND: [{ status, channelId }, cursor ? olderThan(cursor) : {}] };
  const rows = await withScope(ctx.db, ctx.scope, (tx) =>
    readDeliveries(tx, ctx.scope.projectId, where, limit + 1),
  );
  const deliveries = rows.slice(0, limit);
  const last = deliveries.at(-1);
  const nextCursor = last && rows.length > limit ? encodeCursor([last.createdAt, last.id]) : null;
  return { deliveries, nextCursor };
}

function olderThan(cursor: string) {
  const [createdAt, id] = cursorSchema.parse(
    decodeCursor(cursor, (place) => cursorSchema.safeParse(place).success),
  );
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}
