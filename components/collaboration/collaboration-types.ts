import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

type Outputs = inferRouterOutputs<AppRouter>;

export type TaskView = Outputs["tasks"]["list"]["tasks"][number];
export type CommentView = Outputs["comments"]["list"]["comments"][number];
export type ActivityItem = Outputs["activities"]["list"]["items"][number];

/** What is talked and worked about. */
export interface Subject {
  subjectKind: string;
  subjectId: string;
}
