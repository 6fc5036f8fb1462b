import { DomainError, resolveProject } from "@heddle/core";
import { z } from "zod";
import type { ProjectContext } from "./context";
import { baseProcedure } from "./init";

/** The two slugs that begin every page's URL. */
const slug = z
  .string()
  .max(200)
  // PostgreSQL has no text with NUL in it, so no slug has one either.
  .regex(/^[^\0]+$/);
const projectRef = z.object({ org: slug, project: slug });

/** Needs a signed-in user. */
export const userProcedure = baseProcedure.use(({ ctx, next }) => {
  if (ctx.userId === null) {
    throw new DomainError("unauthenticated", "You are not signed in.", { fix: "Sign in and try again." });
  }
  const instance = { db: ctx.services.db, now: () => new Date() };
  return next({ ctx: { ...ctx, userId: ctx.userId, instance } });
});

/** Needs a membership in the project that the input names; gives verbs their context as `ctx.core`. */
export const projectProcedure = userProcedure.input(projectRef).use(async ({ ctx, input, next }) => {
  const { instance } = ctx;
  const resolve = () => resolveProject({ ctx: instance, input: { ...input, userId: ctx.userId } });
  const { scope, role } = await resolve();
  const project: ProjectContext = {
    ...ctx,
    core: { ...instance, scope, actor: { type: "user", userId: ctx.userId, role } },
    stillAllowed: async () =>
      (await ctx.stillSignedIn()) &&
      (await resolve().then(
        () => true,
        () => false,
      )),
  };
  return next({ ctx: project });
});
