"use client";
import { type RefObject, useEffect } from "react";

const retriesMs = [0, 120, 400, 900, 1_600];
const ownMoves = ["wheel", "touchstart", "keydown", "pointerdown"] as const;

/**
 * Brings the lit passage into view, and again while the page is still settling around it (pages being measured, text
 * being laid out), until it stands or the person moves on their own. `key` names the passage; null means there is none.
 */
export function useScrollToPassage(
  root: RefObject<HTMLElement | null>,
  key: string | null,
  selector = "[data-passage]",
): void {
  useEffect(() => {
    if (key === null) return;
    let isOver = false;
    const since = performance.now();
    // The very key that chose this passage still travels up to the window when this begins to listen; it is no move away.
    const stop = (event: Event) => {
      if (event.timeStamp > since) isOver = true;
    };
    for (const move of ownMoves) window.addEventListener(move, stop, { passive: true });
    const timers = retriesMs.map((ms) =>
      setTimeout(() => {
        const target = isOver ? null : root.current?.querySelector(selector);
        if (target && !isInView(target)) target.scrollIntoView({ block: "center" });
      }, ms),
    );
    return () => {
      for (const timer of timers) clearTimeout(timer);
      for (const move of ownMoves) window.removeEventListener(move, stop);
    };
  }, [root, key, selector]);
}

/** In the window, and in the pane that scrolls around it. */
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const room = roomOf(element)?.getBoundingClientRect();
  const from = Math.max(100, room?.top ?? 0);
  const to = Math.min(window.innerHeight, room?.bottom ?? Number.POSITIVE_INFINITY);
  return top > from && Math.min(bottom, top + 200) < to;
}

function roomOf(element: Element): Element | null {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}
