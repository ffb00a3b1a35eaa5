import type { Metadata } from "next";
import { ModelsScreen } from "@/components/models/models-screen";

export const metadata: Metadata = { title: "Models and budget" };

export default function ModelsPage() {
  return <ModelsScreen />;
}
