import type { Tx } from "@heddle/db";
import { DomainError } from "../error/domain-error";
import { lockOrganization } from "../member/with-people";

/** Deleted ones count until they are gone for good. */
const MOST = 1000;

/** Lets one at a time add projects to an organisation, and refuses when it is full. */
export async function makeRoom(tx: Tx, organizationId: string, path = ""): Promise<void> {
  await lockOrganization(tx, organizationId);
  if ((await tx.project.count({ where: { organizationId } })) < MOST) return;
  throw new DomainError(
    "conflict",
    `An organisation holds at most ${MOST} projects, deleted ones among them.`,
    {
      path,
      fix: "Delete one that is not used, or make another organisation.",
    },
  );
}
