import { setTimeout as wait } from "node:timers/promises";

/** Waits until `holds`, asked again and again; an error counts as no. Throws after the limit, with `why`. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  { limitMs, everyMs = 100, why }: { limitMs: number; everyMs?: number; why: () => string },
): Promise<void> {
  const end = performance.now() + limitMs;
  for (;;) {
    let error = "";
    const holding = await Promise.resolve()
      .then(holds)
      .catch((thrown: Error) => {
        error = ` ${thrown.message}`;
        return false;
      });
    if (holding) return;
    if (performance.now() > end) throw new Error(`${why()}${error}`);
    await wait(everyMs);
  }
}
