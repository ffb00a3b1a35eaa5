import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

export type ProfileView = inferRouterOutputs<AppRouter>["fit"]["profile"];
type Given = NonNullable<inferRouterInputs<AppRouter>["fit"]["updateProfile"]["profile"]>;
/** All of it: the form always has every field. */
export type Profile = { [Name in keyof Given]-?: Exclude<Given[Name], undefined> };
export type ProfileProposal = inferRouterOutputs<AppRouter>["fit"]["proposeProfile"]["proposals"][number];
