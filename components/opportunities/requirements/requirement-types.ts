import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

type Outputs = inferRouterOutputs<AppRouter>["requirements"];

export type RequirementList = Outputs["list"];
export type Requirement = RequirementList["requirements"][number];
export type ListRequirements = inferRouterInputs<AppRouter>["requirements"]["list"];
export type ModelProposals = Outputs["proposals"];
export type ModelProposal = ModelProposals["proposals"][number];
