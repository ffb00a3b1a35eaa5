import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

type Outputs = inferRouterOutputs<AppRouter>["fit"];

export type FitView = Outputs["get"];
export type FitFactorView = FitView["factors"][number];
export type DecisionView = Outputs["decisions"]["decisions"][number];
