const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs work that takes back what it did when the signal says so. A signal to the process ends it that way, with
 * the code that shells expect; a second one ends it at once.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let code = 0;
  const stops = Object.entries(EXIT_CODES).map(([name, exitCode]) => {
    const stop = () => {
      code = exitCode;
      controller.abort();
    };
    process.once(name, stop);
    return () => process.off(name, stop);
  });
  try {
    return await work(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    console.error("Broken off. Nothing of it was kept.");
    return process.exit(code);
  } finally {
    for (const stop of stops) stop();
  }
}
