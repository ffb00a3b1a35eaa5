import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

export type MemberRow = inferRouterOutputs<AppRouter>["members"]["list"][number];

/** What is about to be done to a member. */
export interface MemberDeed {
  kind: "role" | "suspend" | "resume" | "remove";
  member: MemberRow;
}
