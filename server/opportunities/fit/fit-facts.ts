import type { Opportunity, Requirement } from "@/drizzle/schema";
import type { Profile } from "@/drizzle/schema/workspace-profiles";
import type { FieldName, Outcome } from "@/lib/vocabulary/opportunities";

export type Demand = Pick<
  Requirement,
  "id" | "number" | "ref" | "text" | "leadIn" | "kind" | "isMandatory" | "evidenceId"
>;

/** Another opportunity of the workspace that has come to an end, for us or for the buyer. */
export interface EndedOpportunity {
  id: string;
  title: string;
  buyer: string | null;
  categories: string[];
  outcome: Outcome | null;
  /** Its award was published. */
  isAwarded: boolean;
}

/** All that factors are told of, besides the library. Read in one transaction; nothing here is guessed. */
export interface FitFacts {
  workspaceName: string;
  opportunity: Pick<
    Opportunity,
    | "id"
    | "title"
    | "summary"
    | "buyer"
    | "valueAmount"
    | "valueCurrency"
    | "country"
    | "place"
    | "categories"
    | "setAside"
    | "submissionAt"
    | "submissionDate"
    | "submissionLastAt"
  >;
  profile: Profile;
  fields: { name: FieldName; text: string; evidenceId: string | null }[];
  /** Those that stand, without repetitions, in reading order. */
  demands: Demand[];
  ended: EndedOpportunity[];
  /** Median number of demands among the workspace's own opportunities; null while there are fewer than five. */
  usualDemands: number | null;
  now: Date;
}
