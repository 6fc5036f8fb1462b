import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { normaliseEmail } from "./email";
import type { UserView } from "./get";
import { compareWithNothing, passwordMatches } from "./password";
import { MAX_PASSWORD_LENGTH } from "./password-rules";

interface Checked {
  /** Whose address it is, whether the password is theirs or not. */
  user: (UserView & { passwordHash: string | null }) | null;
  matches: boolean;
}

/** Compares a password with that of an address. It costs the same whether there is such an account or not. */
export async function checkPassword(args: {
  ctx: InstanceContext;
  input: { email: string; password: string };
}): Promise<Checked> {
  const { email, password } = args.input;
  if (password.length > MAX_PASSWORD_LENGTH || email.includes("\0")) return { user: null, matches: false };
  const select = { id: true, email: true, name: true, sessionVersion: true, passwordHash: true };
  const user = await withSystem(args.ctx.db, (tx) =>
    tx.user.findUnique({ where: { email: normaliseEmail(email) }, select }),
  );
  const matches = user?.passwordHash
    ? await passwordMatches(user.passwordHash, password)
    : await compareWithNothing(password);
  return { user, matches };
}
