import type { Metadata } from "next";
import { ChangeScreen } from "@/components/changes/change-screen";

export const metadata: Metadata = { title: "Change" };

export default async function ChangePage({ params }: { params: Promise<{ changeId: string }> }) {
  return <ChangeScreen changeId={(await params).changeId} />;
}
