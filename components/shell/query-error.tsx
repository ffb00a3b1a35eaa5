"use client";
import { TRPCClientError } from "@trpc/client";
import { ErrorState } from "@/components/ui/error-state";

interface QueryErrorProps {
  error: unknown;
  /** What happened: "The documents could not be loaded." */
  title: string;
  onRetry?: () => void;
}

export function QueryError({ error, title, onRetry }: QueryErrorProps) {
  return (
    <ErrorState title={title} description={errorMessage(error)} requestId={requestIdOf(error)} onRetry={onRetry} />
  );
}

/** Our own errors are written for people; anything else would be a stack or a browser's jargon. */
export function errorMessage(error: unknown): string {
  if (error instanceof TRPCClientError && error.data) return error.message;
  return "The server did not answer. Nothing was changed; try again when the connection is back.";
}

export function requestIdOf(error: unknown): string | null {
  if (!(error instanceof TRPCClientError)) return null;
  const requestId: unknown = error.data?.requestId;
  return typeof requestId === "string" ? requestId : null;
}
