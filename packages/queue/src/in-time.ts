const LONGEST_MS = 5000;
const HURRIED_MS = 1000;

/**
 * The result, or an error when it takes too long. A server that is away would otherwise keep callers waiting
 * for its return; what they asked for may still happen then. There is less time for it once the signal fired.
 */
export async function inTime<Result>(
  work: Promise<Result>,
  what: string,
  hurry?: AbortSignal,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  let hasten = () => {};
  const late = new Promise<never>((_, reject) => {
    const wait = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms / 1000} s`)), ms);
    };
    hasten = () => wait(HURRIED_MS);
    wait(hurry?.aborted ? HURRIED_MS : LONGEST_MS);
  });
  hurry?.addEventListener("abort", hasten, { once: true });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    hurry?.removeEventListener("abort", hasten);
  }
}
