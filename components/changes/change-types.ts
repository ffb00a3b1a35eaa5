import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

type Outputs = inferRouterOutputs<AppRouter>["changes"];

export type ListChanges = inferRouterInputs<AppRouter>["changes"]["list"];
export type ChangeRow = Outputs["list"]["changes"][number];
export type ChangeView = Outputs["get"];
export type ChangeItemView = ChangeView["items"][number];
export type Words = NonNullable<ChangeItemView["words"]>;
