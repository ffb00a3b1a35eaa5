import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

type Inputs = inferRouterInputs<AppRouter>["sources"];
type Outputs = inferRouterOutputs<AppRouter>["sources"];

export type SourceList = Outputs["list"];
export type SourceRow = SourceList["sources"][number];
export type SourceView = Outputs["get"];
export type Retention = Outputs["retention"];
export type RunView = SourceView["runs"][number];
export type PreviewView = Outputs["preview"];
export type PageRow = Outputs["pages"]["pages"][number];
export type RecordRow = Outputs["records"]["records"][number];
export type ImportResult = Outputs["import"];

export type ListSources = Inputs["list"];
export type CreateSource = Inputs["create"];
export type ScheduleInput = NonNullable<CreateSource["schedule"]>;
