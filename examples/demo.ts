import { flush } from "@heddle/sdk";
import { airlineHistory } from "./airline-features/history";
import { penguinHistory } from "./penguin-mass/history";

const history = [...penguinHistory, ...airlineHistory];

// One of the runs fails on purpose; the dashboard tells why.
for (const [index, run] of history.entries()) {
  await run().catch(() => undefined);
  console.log(`${index + 1} of ${history.length} runs`);
}
await flush();
