import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { normaliseEmail } from "./email";
import type { UserView } from "./get";
import { compareWithNothing, MAX_PASSWORD_LENGTH, passwordMatches } from "./password";

/** The user with this address and password, or null; which of the two was wrong cannot be told apart. */
export async function verifyPassword(args: {
  ctx: InstanceContext;
  input: { email: string; password: string };
}): Promise<UserView | null> {
  const { email, password } = args.input;
  if (password.length > MAX_PASSWORD_LENGTH) return null;
  const found = await withSystem(args.ctx.db, (tx) =>
    tx.user.findUnique({ where: { email: normaliseEmail(email) } }),
  );
  const matches = found?.passwordHash
    ? await passwordMatches(found.passwordHash, password)
    : await compareWithNothing(password);
  if (!found || !matches) return null;
  return { id: found.id, email: found.email, name: found.name, sessionVersion: found.sessionVersion };
}
