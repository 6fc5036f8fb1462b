import type { Tx } from "@heddle/db";
import type { InstanceContext } from "../context";
import { isUniqueViolation } from "../error/is-unique-violation";
import { endTokens } from "../token/issue";
import { recordAccountEvent } from "./account-event";
import { addressIsTaken } from "./create";
import { lockUser } from "./lock";

/** Gives an account another address. Links that were sent to the old one stop working. */
export async function replaceEmail(
  tx: Tx,
  ctx: InstanceContext,
  { userId, email }: { userId: string; email: string },
): Promise<{ from: string; name: string }> {
  await lockUser(tx, userId);
  const { email: from, name } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  await tx.user.update({ where: { id: userId }, data: { email } }).catch((error: unknown) => {
    throw isUniqueViolation(error) ? addressIsTaken() : error;
  });
  await endTokens(tx, { kinds: ["password-reset", "change-email"], userId });
  await recordAccountEvent(
    tx,
    ctx,
    { id: userId, email },
    {
      action: "account.email_changed",
      detail: { from, to: email },
    },
  );
  return { from, name };
}
