"use client";
import { useEffect, useState } from "react";
import { exactTime, relativeTime } from "./relative-time.logic";

interface RelativeTimeProps {
  at: Date | string | number;
  className?: string;
}

/** "3 h ago", with the exact time and zone on hover. Keeps itself right while the page stays open. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const atMs = new Date(at).getTime();
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  if (Number.isNaN(atMs)) return null;
  // Server and browser differ by seconds and by time zone; the browser's word stands.
  return (
    <time
      dateTime={new Date(atMs).toISOString()}
      title={exactTime(atMs)}
      className={className}
      suppressHydrationWarning
    >
      {relativeTime(atMs, nowMs)}
    </time>
  );
}
