import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

export type QuestionList = inferRouterOutputs<AppRouter>["buyerQuestions"]["list"];
export type QuestionView = QuestionList["questions"][number];
