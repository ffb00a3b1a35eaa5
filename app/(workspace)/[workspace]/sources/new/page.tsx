import type { Metadata } from "next";
import { AddSourceScreen } from "@/components/sources/add-source-screen";

export const metadata: Metadata = { title: "Add source" };

export default function AddSourcePage() {
  return <AddSourceScreen />;
}
