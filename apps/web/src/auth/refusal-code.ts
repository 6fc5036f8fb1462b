import type { Logger } from "pino";

const CODE = /^[A-Za-z]+$/;

/**
 * next-auth puts the message of whatever is thrown into the address bar. A refusal of ours is one word, for
 * which the page has a sentence; everything else goes to the log.
 */
export async function inCodes<T>(log: Pick<Logger, "error">, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (err) {
    if (err instanceof Error && CODE.test(err.message)) throw err;
    log.error({ err }, "sign-in failed on our side");
    throw new Error("Unexpected");
  }
}
