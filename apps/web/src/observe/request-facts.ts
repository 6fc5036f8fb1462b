import { AsyncLocalStorage } from "node:async_hooks";

type Facts = Record<string, unknown>;

const storage = new AsyncLocalStorage<Facts>();

/** What is noted during the work ends up in `facts`, for the line that the log gets when the request is answered. */
export function gatherFacts(facts: Facts, work: () => void): void {
  storage.run(facts, work);
}

/** Notes something about the request that is being answered. */
export function noteInRequest(facts: Facts): void {
  Object.assign(storage.getStore() ?? {}, facts);
}
