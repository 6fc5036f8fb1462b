const LONGEST_MS = 5000;

/**
 * The result, or an error when it takes too long. A server that is away would otherwise keep callers waiting
 * for its return; what they asked for may still happen then.
 */
export async function inTime<Result>(work: Promise<Result>, what: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} took longer than ${LONGEST_MS / 1000} s`)),
      LONGEST_MS,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
