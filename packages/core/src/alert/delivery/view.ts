import type { ChannelKind } from "../channel/kind";
import type { DeliveryStatus } from "./status";

/** One message to one channel, as people see it. */
export interface Delivery {
  id: string;
  status: DeliveryStatus;
  attempts: number;
  /** Why the last attempt did not succeed. */
  lastError: string | null;
  /** When it is tried next, at the earliest; null when it is not tried any more. */
  nextAttemptAt: string | null;
  createdAt: string;
  sentAt: string | null;
  /** `name` and `kind` are null when the channel was removed. */
  channel: { id: string; name: string | null; kind: ChannelKind | null };
  /** The group of same failures that it is about. */
  failureId: string | null;
  run: { id: string; number: number | null; pipeline: string | null };
  /** The failed node that started first. */
  node: string | null;
}
