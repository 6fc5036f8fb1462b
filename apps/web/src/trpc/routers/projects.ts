import { listProjectsForUser } from "@heddle/core";
import { router } from "../init";
import { userProcedure } from "../procedures";

export const projectsRouter = router({
  /** Every project of every organisation that the user belongs to, by organisation, then name. */
  list: userProcedure.query(({ ctx }) =>
    listProjectsForUser({
      ctx: { db: ctx.services.db, now: () => new Date() },
      input: { userId: ctx.userId },
    }),
  ),
});
