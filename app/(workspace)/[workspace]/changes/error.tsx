"use client";
import { ErrorState } from "@/components/ui/error-state";

export default function ChangesError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorState
      title="The changes could not be shown."
      description="Nothing was changed; what was found is kept."
      requestId={error.digest}
      onRetry={reset}
    />
  );
}
