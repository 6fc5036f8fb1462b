import { createQueue } from "../create-queue";

/** A process that takes one drain job, says so and never finishes it. Arguments: database URL, Redis URL or "". */
const [databaseUrl = "", redisUrl] = process.argv.slice(2);
const queue = await createQueue({ databaseUrl, redisUrl: redisUrl || undefined });
const hang = () => new Promise<never>(() => {});
await queue.consume(
  {
    drain: () => {
      process.stdout.write("taken");
      return hang();
    },
    "hash-version": hang,
    "evaluate-alert": hang,
    "deliver-alert": hang,
  },
  () => {},
);
