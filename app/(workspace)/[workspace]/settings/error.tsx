"use client";
import { ErrorState } from "@/components/ui/error-state";

export default function SettingsError({ reset }: { error: Error; reset: () => void }) {
  return (
    <ErrorState
      title="This page of the settings could not be shown."
      description="Nothing was changed."
      onRetry={reset}
    />
  );
}
