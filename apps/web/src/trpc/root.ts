import { createCallerFactory, router } from "./init";
import { channelsRouter } from "./routers/channels";
import { deliveriesRouter } from "./routers/deliveries";
import { keysRouter } from "./routers/keys";
import { projectsRouter } from "./routers/projects";
import { runsRouter } from "./routers/runs";

export const appRouter = router({
  runs: runsRouter,
  projects: projectsRouter,
  keys: keysRouter,
  channels: channelsRouter,
  deliveries: deliveriesRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
