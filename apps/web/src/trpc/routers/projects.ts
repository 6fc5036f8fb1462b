import {
  countExpiredInput,
  countExpiredRuns,
  createProject,
  createProjectInput,
  DomainError,
  getProject,
  getUser,
  listProjectsForUser,
  readProjectsOverview,
  removeProject,
  restoreProject,
  restoreProjectInput,
  transferProject,
  transferProjectInput,
  updateProject,
  updateProjectInput,
} from "@heddle/core";
import { router } from "../init";
import { organizationProcedure, projectProcedure, userProcedure } from "../procedures";

export const projectsRouter = router({
  /** Every project of every organisation that the user belongs to, by organisation, then name. */
  list: userProcedure.query(({ ctx }) =>
    listProjectsForUser({ ctx: ctx.instance, input: { userId: ctx.userId } }),
  ),

  /** The person who is signed in. */
  viewer: userProcedure.query(async ({ ctx }) => {
    const user = await getUser({ ctx: ctx.instance, input: { id: ctx.userId } });
    if (!user) throw new DomainError("unauthenticated", "You are not signed in.", { fix: "Sign in again." });
    return { id: user.id, email: user.email, name: user.name, operator: user.operator };
  }),

  /** An organisation's projects with their last runs, and those that can be restored. */
  overview: organizationProcedure.query(({ ctx }) => readProjectsOverview({ ctx: ctx.core })),

  create: organizationProcedure
    .input(createProjectInput)
    .mutation(({ ctx, input }) => createProject({ ctx: ctx.core, input })),

  /** What is set for a project, and what the caller is in it; `organizationRole` is null for guests. */
  get: projectProcedure.query(async ({ ctx }) => {
    const { actor } = ctx.core;
    const role = actor.type === "user" ? actor.role : null;
    const { organizationRole, services } = ctx;
    const project = await getProject({ ctx: ctx.core });
    return { ...project, role, organizationRole, instanceDays: services.instanceDays };
  }),

  update: projectProcedure
    .input(updateProjectInput)
    .mutation(({ ctx, input }) => updateProject({ ctx: ctx.core, input })),

  /** What a retention would delete, before it is chosen. */
  expired: projectProcedure
    .input(countExpiredInput)
    .query(({ ctx, input }) => countExpiredRuns({ ctx: ctx.core, input })),

  remove: projectProcedure.mutation(({ ctx }) => removeProject({ ctx: ctx.core })),

  restore: organizationProcedure
    .input(restoreProjectInput)
    .mutation(({ ctx, input }) => restoreProject({ ctx: ctx.core, input })),

  /** To another organisation in which the caller is owner or admin, too. */
  transfer: organizationProcedure
    .input(transferProjectInput)
    .mutation(({ ctx, input }) => transferProject({ ctx: ctx.core, input })),
});
