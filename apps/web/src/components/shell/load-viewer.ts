import "server-only";

import { cache } from "react";
import { caller } from "@/trpc/server";

/** What every frame shows of the person who is signed in; asked for once per request. */
export const loadViewer = cache(async () => {
  const [person, projects, organizations, mayCreate] = await Promise.all([
    caller((api) => api.projects.viewer()),
    caller((api) => api.projects.list()),
    caller((api) => api.organizations.list()),
    caller((api) => api.organizations.mayCreate()),
  ]);
  return { person, projects, organizations, mayCreate };
});
