import type { Opportunity } from "@/drizzle/schema";
import type { Subject } from "@/server/collaboration";

/** An opportunity as what people talk and work about. */
export function opportunitySubject(opportunity: Pick<Opportunity, "id" | "collectionId" | "title">): Subject {
  return {
    kind: "opportunity",
    id: opportunity.id,
    collectionId: opportunity.collectionId,
    path: `/opportunities/${opportunity.id}`,
    title: opportunity.title,
  };
}
