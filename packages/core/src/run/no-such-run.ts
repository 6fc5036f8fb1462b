import { DomainError } from "../error/domain-error";

export function noSuchRun(id: string): DomainError {
  return new DomainError("not_found", `There is no run ${id} in this project.`, {
    path: "/runId",
    fix: "Check the id. A run that was just started appears once its first batch is stored.",
  });
}
