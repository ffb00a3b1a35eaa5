import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

export type ListOpportunities = Inputs["opportunities"]["list"];
export type OpportunityList = Outputs["opportunities"]["list"];
export type OpportunityRow = OpportunityList["opportunities"][number];
export type PreviewTable = Outputs["opportunities"]["previewTable"];
export type OpportunityFacets = Outputs["opportunities"]["facets"]["facets"];
export type FacetName = keyof OpportunityFacets;

export type OpportunityView = Outputs["opportunities"]["get"];
export type DeadlineGroup = OpportunityView["deadlines"][number];
export type DeadlineStatement = DeadlineGroup["statements"][number];
export type FieldGroup = OpportunityView["fields"][number];
export type FieldStatement = FieldGroup["statements"][number];
export type Citation = NonNullable<FieldStatement["citation"]>;
export type NoticeView = OpportunityView["notices"][number];
export type OpportunityDocument = OpportunityView["documents"][number];
export type AmendmentSummary = OpportunityView["amendments"][number];
export type AmendmentDetail = Outputs["amendments"]["get"];
