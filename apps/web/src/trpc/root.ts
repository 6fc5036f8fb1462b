import { createCallerFactory, router } from "./init";
import { accountRouter } from "./routers/account";
import { auditRouter } from "./routers/audit";
import { channelsRouter } from "./routers/channels";
import { deliveriesRouter } from "./routers/deliveries";
import { grantsRouter } from "./routers/grants";
import { identityRouter } from "./routers/identity";
import { invitationsRouter } from "./routers/invitations";
import { keysRouter } from "./routers/keys";
import { membersRouter } from "./routers/members";
import { organizationKeysRouter } from "./routers/organization-keys";
import { organizationsRouter } from "./routers/organizations";
import { projectsRouter } from "./routers/projects";
import { runsRouter } from "./routers/runs";

export const appRouter = router({
  account: accountRouter,
  runs: runsRouter,
  identity: identityRouter,
  invitations: invitationsRouter,
  organizations: organizationsRouter,
  members: membersRouter,
  grants: grantsRouter,
  projects: projectsRouter,
  keys: keysRouter,
  organizationKeys: organizationKeysRouter,
  audit: auditRouter,
  channels: channelsRouter,
  deliveries: deliveriesRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
