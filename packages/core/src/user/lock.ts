import type { Tx } from "@heddle/db";

/**
 * Lets changes to one account happen one after the other. Taken before the account's tokens are touched,
 * always in this order, so that two transactions never wait for each other.
 */
export async function lockUser(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`select id::text from "user" where id = ${userId}::uuid for no key update`;
}
