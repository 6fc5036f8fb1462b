import { DomainError } from "../../error/domain-error";

/** Ids come from people: what is no id of ours names no batch and must not reach a query. */
export const ID = /^[1-9]\d{0,17}$/;

export function requireId(id: string): string {
  if (ID.test(id)) return id;
  throw notThere([id]);
}

export function notThere(ids: string[]): DomainError {
  const what = ids.length === 1 ? `no batch ${ids[0]}` : `none of the batches ${ids.join(", ")}`;
  return new DomainError("not_found", `There is ${what} in quarantine.`, {
    path: "/ids",
    fix: "Look at the list of the quarantine again: it may have been tried again or deleted already.",
  });
}
