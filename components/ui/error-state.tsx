"use client";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { CopyButton } from "./copy-button";

interface ErrorStateProps {
  /** What happened: "The documents could not be loaded." */
  title: string;
  /** What was kept, and what to do. */
  description?: ReactNode;
  requestId?: string | null;
  onRetry?: () => void;
  /** Another way on. */
  children?: ReactNode;
}

export function ErrorState({ title, description, requestId, onRetry, children }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      <CircleAlert className="size-6 text-danger" aria-hidden />
      <p className="max-w-110 font-medium">{title}</p>
      {description ? <p className="max-w-110 text-muted">{description}</p> : null}
      {onRetry ? (
        <Button className="mt-2" onClick={onRetry}>
          Retry
        </Button>
      ) : null}
      {children ? <div className="mt-2">{children}</div> : null}
      {requestId ? (
        <p className="mt-1 flex items-center gap-1 text-sm text-muted">
          Request <code className="font-mono text-xs">{requestId}</code>
          <CopyButton text={requestId} label="Copy request id" />
        </p>
      ) : null}
    </div>
  );
}
