import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

export type SavedSearch = inferRouterOutputs<AppRouter>["savedSearches"]["list"]["searches"][number];
