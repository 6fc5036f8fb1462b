type Step = () => Promise<unknown>;

const open = new Set<Ending>();

/** What is to be undone, in reverse, whether the work ends well, badly or by a signal. */
export class Ending {
  readonly #steps: Step[] = [];

  add(step: Step): void {
    this.#steps.push(step);
  }

  async run(): Promise<void> {
    open.delete(this);
    for (const step of this.#steps.splice(0).reverse()) {
      await step().catch((error: Error) => console.error(`Could not be ended: ${error.message}`));
    }
  }
}

export function atEnd(): Ending {
  const ending = new Ending();
  open.add(ending);
  return ending;
}

/** Ends everything that is open when somebody interrupts. */
export function endOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, async () => {
      console.log("\nEnding what was started ...");
      for (const ending of open) await ending.run();
      process.exit(130);
    });
  }
}
