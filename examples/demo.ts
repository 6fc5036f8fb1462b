import { flush } from "@heddle/sdk";
import { airlineHistory } from "./airline-features/history";
import { penguinHistory } from "./penguin-mass/history";

const history = [...penguinHistory, ...airlineHistory];

for (const [index, run] of history.entries()) {
  // One of the runs fails on purpose; the dashboard tells why.
  await run().catch(() => undefined);
  // One run after the other, as if each had a process of its own.
  await flush();
  console.log(`${index + 1} of ${history.length} runs`);
}
