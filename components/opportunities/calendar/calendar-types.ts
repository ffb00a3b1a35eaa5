import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

export type CalendarEntry = inferRouterOutputs<AppRouter>["calendar"]["get"]["entries"][number];
