"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { readUrlState, type UrlValues, writeUrlState } from "./use-url-state.logic";

/**
 * State of a page kept in its address: `const [state, setState] = useUrlState({ q: "", page: 1, tags: [] as string[] })`.
 * The defaults tell the types and are left out of the address. `setState` takes what changes; `isStep` makes it a step
 * that Back undoes (opening, paging), else the address changes in place (typing, filtering). Pass a constant.
 */
export function useUrlState<Values extends UrlValues>(defaults: Values) {
  const params = useSearchParams();
  const pathname = usePathname();
  const text = params.toString();
  const state = useMemo(() => readUrlState(defaults, new URLSearchParams(text)), [defaults, text]);
  const setState = useCallback(
    (changes: Partial<Values>, { isStep = false } = {}) => {
      const next = writeUrlState(defaults, changes, new URLSearchParams(window.location.search));
      const address = next ? `${pathname}?${next}` : pathname;
      // Next follows the history of the browser, without asking the server again.
      if (isStep) window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    [defaults, pathname],
  );
  return [state, setState] as const;
}
