"use client";
import { ErrorState } from "@/components/ui/error-state";

export default function SearchError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorState
      title="The search could not be shown."
      description="Nothing was changed."
      requestId={error.digest}
      onRetry={reset}
    />
  );
}
