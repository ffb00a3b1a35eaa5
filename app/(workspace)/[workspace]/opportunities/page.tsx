import type { Metadata } from "next";
import { OpportunitiesScreen } from "@/components/opportunities/list/opportunities-screen";

export const metadata: Metadata = { title: "Opportunities" };

export default function OpportunitiesPage() {
  return <OpportunitiesScreen />;
}
