import {
  DomainError,
  type InstanceContext,
  resolveOperator,
  resolveOrganization,
  resolveProject,
} from "@heddle/core";
import { z } from "zod";
import type { OrganizationRequest, ProjectContext, TrpcContext } from "./context";
import { baseProcedure } from "./init";

/** The two slugs that begin every page's URL. */
const slug = z
  .string()
  .max(200)
  // PostgreSQL has no text with NUL in it, so no slug has one either.
  .regex(/^[^\0]+$/);

const instanceOf = ({ services, address }: TrpcContext): InstanceContext => ({
  db: services.db,
  now: () => new Date(),
  address,
});

/** For anyone, signed in or not: what it does must be limited by itself. */
export const publicProcedure = baseProcedure.use(({ ctx, next }) =>
  next({ ctx: { ...ctx, instance: instanceOf(ctx) } }),
);

/** Needs a signed-in user. */
export const userProcedure = baseProcedure.use(({ ctx, next }) => {
  if (ctx.userId === null) {
    throw new DomainError("unauthenticated", "You are not signed in.", { fix: "Sign in and try again." });
  }
  return next({ ctx: { ...ctx, userId: ctx.userId, instance: instanceOf(ctx) } });
});

/** Needs somebody who runs the instance, by their account as it is now; gives verbs their context as `ctx.upkeep`. */
export const operatorProcedure = userProcedure.use(async ({ ctx, next }) => {
  const upkeep = await resolveOperator({ ctx: ctx.instance, input: { userId: ctx.userId } });
  return next({ ctx: { ...ctx, upkeep } });
});

/** Needs a membership in the organisation that the input names; gives verbs their context as `ctx.core`. */
export const organizationProcedure = userProcedure
  .input(z.object({ org: slug }))
  .use(async ({ ctx, input, next }) => {
    const { instance, userId } = ctx;
    const { organizationId, actor } = await resolveOrganization({
      ctx: instance,
      input: { org: input.org, userId },
    });
    const organization: OrganizationRequest = { ...ctx, core: { ...instance, organizationId, actor } };
    return next({ ctx: organization });
  });

/** Needs access to the project that the input names; gives verbs their context as `ctx.core`. */
export const projectProcedure = userProcedure
  .input(z.object({ org: slug, project: slug }))
  .use(async ({ ctx, input, next }) => {
    const { instance } = ctx;
    const resolve = () => resolveProject({ ctx: instance, input: { ...input, userId: ctx.userId } });
    const { scope, actor, organizationRole } = await resolve();
    const project: ProjectContext = {
      ...ctx,
      core: { ...instance, scope, actor },
      organizationRole,
      stillAllowed: async () =>
        (await ctx.stillSignedIn()) &&
        (await resolve().then(
          () => true,
          () => false,
        )),
    };
    return next({ ctx: project });
  });
