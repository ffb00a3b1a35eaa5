"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The time zone of whoever reads, as in "Europe/Berlin"; null while the server draws the page, which does not know it. */
export function useReaderZone(): string | null {
  return useSyncExternalStore(never, readerZone, () => null);
}

function readerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
