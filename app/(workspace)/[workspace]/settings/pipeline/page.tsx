import type { Metadata } from "next";
import { PipelineSettings } from "@/components/opportunities/settings/pipeline-settings";

export const metadata: Metadata = { title: "Pipeline" };

export default function PipelinePage() {
  return <PipelineSettings />;
}
