"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { isTyping } from "@/components/ui/is-typing";
import { placeHref, places } from "./places";

interface ShellKeys {
  workspaceSlug: string;
  onPalette: () => void;
  onHelp: () => void;
}

/** How long a `g` waits for its letter. */
const chordMs = 1_200;

/** ⌘K or Ctrl K, `?`, and `g` then the letter of a place. */
export function useShellKeys(keys: ShellKeys): void {
  const router = useRouter();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    let chordUntil = 0;
    function onKeyDown(event: KeyboardEvent) {
      const { workspaceSlug, onPalette, onHelp } = latest.current;
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        onPalette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.timeStamp < chordUntil) {
        chordUntil = 0;
        const place = places.find((one) => one.letter === event.key);
        if (!place) return;
        // The list on the page must not take the same letter for its own.
        event.preventDefault();
        event.stopImmediatePropagation();
        router.push(placeHref(workspaceSlug, place.segment));
      } else if (event.key === "g") {
        chordUntil = event.timeStamp + chordMs;
      } else if (event.key === "?") {
        event.preventDefault();
        onHelp();
      }
    }
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => document.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [router]);
}
