import { createQueue, type JobsAndMessages } from "@heddle/queue";
import { Refusal } from "../refusal";
import type { Instance } from "./find-instance";

/** Runs work on the instance's queue, and closes it. Fails where the server behind it does not answer. */
export async function withQueue<T>(
  { databaseUrl, redisUrl }: Instance,
  work: (queue: JobsAndMessages) => Promise<T>,
): Promise<T> {
  // What goes wrong is said once, by the check, and not with each try to connect again.
  const queue = await createQueue({ databaseUrl, redisUrl, onError: () => {} });
  try {
    await queue.check().catch((error: Error) => {
      throw new Refusal(`The queue ${where(redisUrl)} does not answer: ${error.message}.`);
    });
    return await work(queue);
  } finally {
    await queue.close();
  }
}

function where(redisUrl: string | undefined): string {
  return redisUrl ? `in Redis at ${new URL(redisUrl).host}` : "in PostgreSQL";
}
