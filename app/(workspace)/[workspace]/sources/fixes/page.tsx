import type { Metadata } from "next";
import { FixQueueScreen } from "@/components/sources/fixes/fix-queue-screen";

export const metadata: Metadata = { title: "To fix" };

export default function FixesPage() {
  return <FixQueueScreen />;
}
