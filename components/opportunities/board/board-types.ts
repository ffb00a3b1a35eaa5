import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

export type BoardView = inferRouterOutputs<AppRouter>["opportunities"]["board"];
export type BoardLane = BoardView["columns"][number];
export type BoardCard = BoardLane["cards"][number];
