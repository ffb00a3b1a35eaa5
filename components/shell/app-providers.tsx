"use client";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toast";
import { BreadcrumbProvider } from "./breadcrumbs";
import { TrpcProvider } from "./trpc";

/** What interactive pages stand on: data, state in the URL, messages. AppShell brings it; pages outside a workspace wrap it themselves. */
export function AppProviders({ workspaceSlug, children }: { workspaceSlug?: string; children: ReactNode }) {
  return (
    <TrpcProvider key={workspaceSlug} workspaceSlug={workspaceSlug}>
      <NuqsAdapter>
        <BreadcrumbProvider>{children}</BreadcrumbProvider>
      </NuqsAdapter>
      <Toaster />
    </TrpcProvider>
  );
}
