import type { Metadata } from "next";
import { SourceScreen } from "@/components/sources/source-screen";

export const metadata: Metadata = { title: "Source" };

export default async function SourcePage({ params }: { params: Promise<{ sourceId: string }> }) {
  return <SourceScreen sourceId={(await params).sourceId} />;
}
