import type { Product } from "./product";
import { Sender } from "./sender";
import type { Batch } from "./workload";

const SECONDS = 20;
/** Requests at once, where full speed has eight. */
const CONNECTIONS = 80;

/** Ten times as many connections as at full speed, which all ignore what 429 asks for. */
export async function overload(product: Product, batches: Batch[]) {
  const before = await product.countRefused();
  const sender = new Sender(product, CONNECTIONS);
  const waiting = [...batches];
  const end = performance.now() + SECONDS * 1000;
  const counts = { accepted: 0, refused: 0 };
  const client = async () => {
    while (performance.now() < end) {
      const batch = waiting.shift();
      if (!batch) throw new Error("There were too few batches for the overload.");
      const { status } = await sender.send(batch);
      if (status === 202) counts.accepted++;
      else if (status === 429) {
        counts.refused++;
        waiting.push(batch);
      } else throw new Error(`The server answered ${status} under overload.`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  sender.close();
  return { ...counts, counted: (await product.countRefused()) - before };
}
