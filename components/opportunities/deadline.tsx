"use client";
import { TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { cn } from "@/components/ui/class-names";
import { showDeadline, statusNow, urgencyOf } from "./deadline.logic";

interface DeadlineProps {
  at: string | null;
  zone: string | null;
  date?: string | null;
  /** A time of that date that is stated without a zone. */
  localTime?: string | null;
  /** The procedure is over: a date that lies ahead must not look like a chance. */
  isOver?: boolean;
  /** Documents disagree about it and nobody has decided. */
  isContradicted?: boolean;
  className?: string;
}

const look = { past: "text-subtle", near: "font-medium text-attention", far: "text-ink" };

/** A deadline in the reader's zone with how far it is; the buyer's own zone on hover. */
export function Deadline({
  at,
  zone,
  date = null,
  localTime = null,
  isOver,
  isContradicted,
  className,
}: DeadlineProps) {
  const nowMs = useNow();
  const shown = showDeadline({ at, zone, date, localTime }, nowMs);
  if (!shown) {
    return <span className={cn("text-subtle", className)}>{isContradicted ? "dates disagree" : "not stated"}</span>;
  }
  const state = isOver ? "past" : urgencyOf(shown);
  return (
    <time
      dateTime={at ?? date ?? undefined}
      className={cn("inline-flex max-w-full min-w-0 flex-col leading-4", className)}
      data-tooltip={shown.stated ? `The buyer states ${shown.stated}` : undefined}
      suppressHydrationWarning
    >
      <span className={cn("inline-flex items-center gap-1", isContradicted ? "text-attention" : look[state])}>
        {isContradicted ? <TriangleAlert className="size-3.5 shrink-0" aria-label="Dates disagree" /> : null}
        <span className="truncate">{shown.distance}</span>
      </span>
      <span className="truncate text-xs text-subtle">{shown.text}</span>
    </time>
  );
}

/** Where the procedure stands, also while the page stays open and its date passes. */
export function useStatusNow(
  row: Parameters<typeof statusNow>[0] & {
    submissionAt: string | null;
    submissionZone: string | null;
    submissionDate: string | null;
  },
) {
  const { submissionAt, submissionZone, submissionDate } = row;
  const nowMs = useNow();
  return statusNow(row, showDeadline({ at: submissionAt, zone: submissionZone, date: submissionDate }, nowMs), nowMs);
}

/** The time of now, right to half a minute. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
