"use client";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toast";
import { TooltipLayer } from "@/components/ui/tooltip-layer";
import { BreadcrumbProvider } from "./breadcrumbs";
import { TrpcProvider } from "./trpc";

/** What interactive pages stand on: data, messages, tooltips. AppShell brings it; pages outside a workspace wrap it themselves. */
export function AppProviders({ workspaceSlug, children }: { workspaceSlug?: string; children: ReactNode }) {
  return (
    <TrpcProvider key={workspaceSlug} workspaceSlug={workspaceSlug}>
      <BreadcrumbProvider>{children}</BreadcrumbProvider>
      <Toaster />
      <TooltipLayer />
    </TrpcProvider>
  );
}
