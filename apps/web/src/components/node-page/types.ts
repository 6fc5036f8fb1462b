import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>["nodes"];

/** What the procedures about a node answer, with code in coloured pieces. */
export type PageData = Outputs["get"];
export type CodesData = Outputs["codes"];
export type FailuresData = Outputs["failures"];
export type ChangeData = Outputs["change"];
