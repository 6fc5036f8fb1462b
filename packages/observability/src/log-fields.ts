import { AsyncLocalStorage } from "node:async_hooks";

type Fields = Record<string, unknown>;

const storage = new AsyncLocalStorage<Fields>();

/** Puts fields into every line that is logged during the work, by whatever it calls. */
export function withLogFields<Result>(fields: Fields, work: () => Result): Result {
  return storage.run({ ...storage.getStore(), ...fields }, work);
}

export function logFields(): Fields {
  return storage.getStore() ?? {};
}
