"use client";
import { ErrorState } from "@/components/ui/error-state";

export default function SourcesError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorState
      title="The sources could not be shown."
      description="Nothing was changed, and runs that are under way go on."
      requestId={error.digest}
      onRetry={reset}
    />
  );
}
