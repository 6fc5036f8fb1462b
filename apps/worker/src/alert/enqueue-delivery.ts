import type { JobPayload, JobsAndMessages } from "@heddle/queue";

/** Asks for a delivery to be tried. While its job waits for an attempt, asking again changes nothing. */
export function enqueueDelivery(queue: JobsAndMessages, payload: JobPayload<"deliver-alert">): Promise<void> {
  return queue.enqueue("deliver-alert", payload, { dedupe: payload.deliveryId });
}
