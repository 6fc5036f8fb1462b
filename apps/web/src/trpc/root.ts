import { createCallerFactory, router } from "./init";
import { accountRouter } from "./routers/account";
import { auditRouter } from "./routers/audit";
import { catalogRouter } from "./routers/catalog";
import { channelsRouter } from "./routers/channels";
import { compareRouter } from "./routers/compare";
import { deliveriesRouter } from "./routers/deliveries";
import { failuresRouter } from "./routers/failures";
import { grantsRouter } from "./routers/grants";
import { identityRouter } from "./routers/identity";
import { instanceRouter } from "./routers/instance";
import { instanceQuarantineRouter } from "./routers/instance-quarantine";
import { invitationsRouter } from "./routers/invitations";
import { keysRouter } from "./routers/keys";
import { membersRouter } from "./routers/members";
import { nodesRouter } from "./routers/nodes";
import { organizationKeysRouter } from "./routers/organization-keys";
import { organizationsRouter } from "./routers/organizations";
import { overviewRouter } from "./routers/overview";
import { projectsRouter } from "./routers/projects";
import { quarantineRouter } from "./routers/quarantine";
import { runsRouter } from "./routers/runs";
import { searchRouter } from "./routers/search";
import { versionsRouter } from "./routers/versions";

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
  failures: failuresRouter,
  search: searchRouter,
  catalog: catalogRouter,
  compare: compareRouter,
  nodes: nodesRouter,
  versions: versionsRouter,
  overview: overviewRouter,
  instance: instanceRouter,
  instanceQuarantine: instanceQuarantineRouter,
  quarantine: quarantineRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
