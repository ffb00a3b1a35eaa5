"use client";
import { useEffect, useRef } from "react";
import { useLive } from "./live";

/** A hundred things that happen within a second are a hundred messages; the screen asks again at most this often. */
const calmMs = 500;

/**
 * Keeps what a screen shows right while things happen to it, whoever does them. `refresh` gets the ids of the things of kind `of` that were
 * heard of, and nothing when all of it may be out of date (after a gap, or when one of the kinds in `andAll` changed).
 */
export function useCalmLive(
  of: string,
  refresh: (ids?: string[]) => Promise<unknown>,
  andAll: readonly string[] = [],
): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const heard = useRef<{ ids: Set<string>; isAll: boolean }>({ ids: new Set(), isAll: false });
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(({ kind, id }) => {
    if (kind === of) heard.current.ids.add(id);
    else if (kind === "reset" || andAll.includes(kind)) heard.current.isAll = true;
    else return;
    timer.current ??= setTimeout(() => {
      const { ids, isAll } = heard.current;
      heard.current = { ids: new Set(), isAll: false };
      timer.current = undefined;
      void refresh(isAll ? undefined : [...ids]);
    }, calmMs);
  });
}
