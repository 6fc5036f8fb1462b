import { DomainError, getUser, listProjectsForUser } from "@heddle/core";
import { router } from "../init";
import { userProcedure } from "../procedures";

export const projectsRouter = router({
  /** Every project of every organisation that the user belongs to, by organisation, then name. */
  list: userProcedure.query(({ ctx }) =>
    listProjectsForUser({ ctx: ctx.instance, input: { userId: ctx.userId } }),
  ),

  /** The person who is signed in. */
  viewer: userProcedure.query(async ({ ctx }) => {
    const user = await getUser({ ctx: ctx.instance, input: { id: ctx.userId } });
    if (!user) throw new DomainError("unauthenticated", "You are not signed in.", { fix: "Sign in again." });
    return { id: user.id, email: user.email, name: user.name };
  }),
});
