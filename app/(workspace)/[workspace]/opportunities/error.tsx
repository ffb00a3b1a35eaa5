"use client";
import { ErrorState } from "@/components/ui/error-state";

export default function OpportunitiesError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <ErrorState
      title="The opportunities could not be shown."
      description="Nothing was changed, and files on their way go on."
      requestId={error.digest}
      onRetry={reset}
    />
  );
}
