import { DomainError } from "../../error/domain-error";

/** The answer to an id of another project and to one that never was: the same. */
export function noSuchChannel(): DomainError {
  return new DomainError("not_found", "There is no such channel in this project.", {
    path: "/id",
    fix: "Look at the list of channels.",
  });
}
