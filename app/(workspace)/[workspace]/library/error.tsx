"use client";
import { ErrorState } from "@/components/ui/error-state";

export default function LibraryError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorState
      title="The library could not be shown."
      description="Nothing was changed, and files on their way go on."
      requestId={error.digest}
      onRetry={reset}
    />
  );
}
