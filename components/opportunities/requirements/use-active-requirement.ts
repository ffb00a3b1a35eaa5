"use client";
import { useCallback, useEffect, useRef, useState } from "react";

/**
 * The requirement that is looked at. It stands in the address, but the address follows some moments later, and somebody who presses j three
 * times or e at once means the row that is chosen now.
 */
export function useActiveRequirement(inAddress: string, write: (id: string) => void): [string, (id: string) => void] {
  const [activeId, setActiveId] = useState(inAddress);
  // What the address has been told and does not show yet; until it does, what it shows is old.
  const awaited = useRef<string | null>(null);
  useEffect(() => {
    if (awaited.current === null) setActiveId(inAddress);
    else if (awaited.current === inAddress) awaited.current = null;
  }, [inAddress]);
  const activate = useCallback(
    (id: string) => {
      awaited.current = id === inAddress ? null : id;
      setActiveId(id);
      write(id);
    },
    [inAddress, write],
  );
  return [activeId, activate];
}
