"use client";
import { ErrorState } from "@/components/ui/error-state";

export default function TodayError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorState
      title="Today could not be shown."
      description="Nothing was changed."
      requestId={error.digest}
      onRetry={reset}
    />
  );
}
