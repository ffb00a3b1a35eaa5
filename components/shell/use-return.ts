"use client";
import { useEffect } from "react";

const againMs = 3_000;

/** Loads the page anew once a server that could not answer can; a page that failed for a reason of its own stays as it is. */
export function useReturn(): void {
  useEffect(() => {
    let wasOut = false;
    let again: ReturnType<typeof setTimeout>;
    const look = async () => {
      const status = (await fetch("/api/health/ready").catch(() => null))?.status ?? 503;
      if (status === 200 && wasOut) return window.location.reload();
      if (status === 200) return;
      wasOut = true;
      again = setTimeout(look, againMs);
    };
    void look();
    return () => clearTimeout(again);
  }, []);
}
