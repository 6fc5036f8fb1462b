import type { Product } from "./product";
import { Sender } from "./sender";
import { untilStored } from "./stored";
import type { Conversation } from "./workload";

/** Node runs a second from the first request until the last one can be read, each connection sending without pause. */
export async function fullSpeed(product: Product, workload: Conversation[]): Promise<number> {
  const sender = new Sender(product, workload.length);
  const start = performance.now();
  await Promise.all(
    workload.map(async (conversation) => {
      for (const batch of conversation) await sender.deliver(batch);
    }),
  );
  const batches = workload.flat();
  await untilStored(product.db, batches);
  const seconds = (performance.now() - start) / 1000;
  sender.close();
  return batches.reduce((sum, batch) => sum + batch.nodeRuns, 0) / seconds;
}
