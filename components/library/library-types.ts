import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

type Outputs = inferRouterOutputs<AppRouter>;

export type DocumentList = Outputs["documents"]["list"];
export type DocumentRow = DocumentList["documents"][number];
export type DocumentView = Outputs["documents"]["get"];
export type VersionView = DocumentView["versions"][number];
export type RenditionView = Outputs["documents"]["rendition"];
export type CollectionView = Outputs["collections"]["list"]["collections"][number];
