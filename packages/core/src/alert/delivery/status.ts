import { invariant } from "../../error/invariant";

export const DELIVERY_STATUSES = ["pending", "sent", "failed"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** The status as the database has it. */
export function statusOf(text: string): DeliveryStatus {
  const status = DELIVERY_STATUSES.find((known) => known === text);
  invariant(status, `a delivery's status is one of ${DELIVERY_STATUSES.join(", ")}, not ${text}`);
  return status;
}
