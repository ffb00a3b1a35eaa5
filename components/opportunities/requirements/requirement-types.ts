import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

type Outputs = inferRouterOutputs<AppRouter>["requirements"];

export type RequirementList = Outputs["list"];
export type Requirement = RequirementList["requirements"][number];
export type ListRequirements = inferRouterInputs<AppRouter>["requirements"]["list"];
