"use client";
import { ErrorState } from "@/components/ui/error-state";

export default function AskError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorState
      title="Ask could not be shown."
      description="Nothing was changed."
      requestId={error.digest}
      onRetry={reset}
    />
  );
}
