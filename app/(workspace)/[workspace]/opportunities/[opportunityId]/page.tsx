import { OpportunityScreen } from "@/components/opportunities/detail/opportunity-screen";

export default async function OpportunityPage({ params }: { params: Promise<{ opportunityId: string }> }) {
  return <OpportunityScreen opportunityId={(await params).opportunityId} />;
}
