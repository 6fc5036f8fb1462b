import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>;

export type OpenFailureList = Outputs["failures"]["list"];
export type RecentChangeList = Outputs["overview"]["changes"];
