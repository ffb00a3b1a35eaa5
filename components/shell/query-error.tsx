"use client";
import { TRPCClientError } from "@trpc/client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { buttonClass } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { places } from "./places";

interface QueryErrorProps {
  error: unknown;
  /** What happened: "The documents could not be loaded." */
  title: string;
  onRetry?: () => void;
}

/** What is not there does not come by asking again: then the way back to its place stands where Retry would. */
export function QueryError({ error, title, onRetry }: QueryErrorProps) {
  const [, slug, segment, below] = usePathname().split("/");
  const place = below ? places.find((one) => one.segment === segment) : undefined;
  const isGone = place !== undefined && isNotFound(error);
  return (
    <ErrorState
      title={title}
      description={errorMessage(error)}
      requestId={requestIdOf(error)}
      onRetry={isGone ? undefined : onRetry}
    >
      {isGone ? (
        <Link href={`/${slug}/${place.segment}`} className={buttonClass()}>
          Go to {place.label}
        </Link>
      ) : null}
    </ErrorState>
  );
}

/** What was asked for does not exist, or not for this person. */
export function isNotFound(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data?.httpStatus === 404;
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
