import type { Metadata } from "next";
import { FixScreen } from "@/components/sources/fixes/fix-screen";

export const metadata: Metadata = { title: "To fix" };

export default async function FixPage({ params }: { params: Promise<{ fixId: string }> }) {
  return <FixScreen fixId={(await params).fixId} />;
}
