import type { Tx } from "@heddle/db";
import { withProjectPeople } from "../grant/with-project-people";
import type { TenantContext } from "../tenant";
import { type Me, withPeople } from "./with-people";

/** For verbs that both organisations and projects have: the lock is the same, `me` has the role that counts. */
export function withPeopleOf<T>(ctx: TenantContext, work: (tx: Tx, me: Me) => Promise<T>): Promise<T> {
  return "scope" in ctx ? withProjectPeople(ctx, work) : withPeople(ctx, work);
}
