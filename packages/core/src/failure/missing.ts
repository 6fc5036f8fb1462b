import { DomainError } from "../error/domain-error";

/** The answer to an id of another project and to one that never was: the same. */
export function noSuchFailure(): DomainError {
  return new DomainError("not_found", "There is no such failure in this project.", {
    path: "/failureId",
    fix: "Look at the list of failures: it may have gone with its last run.",
  });
}
