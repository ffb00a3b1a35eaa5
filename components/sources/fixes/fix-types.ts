import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

type Outputs = inferRouterOutputs<AppRouter>["fixTasks"];

export type FixRow = Outputs["list"]["tasks"][number];
export type FixView = Outputs["get"];
export type PagePart = Outputs["page"]["parts"][number];
export type Proposal = Outputs["propose"];
export type RuleTestView = inferRouterOutputs<AppRouter>["listingRules"]["test"];
export type ReadingView = inferRouterOutputs<AppRouter>["listingRules"]["get"];
export type RuleInput = inferRouterInputs<AppRouter>["listingRules"]["set"]["rule"];
