"use client";
import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A choice of this browser (columns, density), not of the person or the page: kept in local storage, as comma separated words. */
export function useStoredChoice(key: string, initial: readonly string[]) {
  const name = `outrider:${key}`;
  const stored = useSyncExternalStore(
    subscribe,
    () => read(name),
    () => null,
  );
  const choice = stored === null ? initial : stored === "" ? [] : stored.split(",");
  const choose = useCallback(
    (next: readonly string[]) => {
      try {
        window.localStorage.setItem(name, next.join(","));
      } catch {
        // Private windows may refuse; the choice then lasts no longer than the page.
      }
      for (const listener of listeners) listener();
    },
    [name],
  );
  return [choice, choose] as const;
}

function read(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}
