import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../../context";
import { DELIVERY_ATTEMPTS } from "./next-step";

/** A job that is not lost has begun by then. */
const GRACE_MS = 5000;
const AT_ONCE = 500;

export interface DueDelivery {
  projectId: string;
  deliveryId: string;
}

/**
 * Deliveries of all projects that should have been tried by now: their job was lost, or the worker that
 * held them died. Those whose last attempt never ended are given up here.
 */
export async function findDueDeliveries(args: { ctx: InstanceContext }): Promise<DueDelivery[]> {
  const before = new Date(args.ctx.now().getTime() - GRACE_MS);
  const overdue = { status: "pending", notBefore: { lt: before } };
  return withSystem(args.ctx.db, async (tx) => {
    await tx.alertDelivery.updateMany({
      where: { ...overdue, attempts: { gte: DELIVERY_ATTEMPTS } },
      data: { status: "failed", lastError: `Given up: attempt ${DELIVERY_ATTEMPTS} was broken off.` },
    });
    const rows = await tx.alertDelivery.findMany({
      where: overdue,
      orderBy: { notBefore: "asc" },
      take: AT_ONCE,
      select: { id: true, projectId: true },
    });
    return rows.map(({ id, projectId }) => ({ projectId, deliveryId: id }));
  });
}
