"use client";
import { ErrorState } from "@/components/ui/error-state";

export default function ModelsError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorState
      title="The model's settings could not be shown."
      description="Nothing was changed."
      requestId={error.digest}
      onRetry={reset}
    />
  );
}
