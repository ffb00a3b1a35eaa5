import type { Metadata } from "next";
import { DocumentScreen } from "@/components/library/document-screen";

export const metadata: Metadata = { title: "Document" };

export default async function DocumentPage({ params }: { params: Promise<{ documentId: string }> }) {
  return <DocumentScreen documentId={(await params).documentId} />;
}
