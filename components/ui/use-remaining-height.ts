"use client";
import { type RefCallback, useLayoutEffect, useState } from "react";

/**
 * How much of the window is left below the top of the element, at least `least` pixels: for panes that scroll on their own. Hand the
 * returned `ref` to the element; it may come and go.
 */
export function useRemainingHeight(least: number, below = 20): { ref: RefCallback<HTMLElement>; height: number } {
  const [height, setHeight] = useState(least);
  const [target, setTarget] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (!target) return;
    const look = () => {
      const top = target.getBoundingClientRect().top + window.scrollY;
      setHeight(Math.max(least, Math.floor(window.innerHeight - top - below)));
    };
    look();
    // What stands above may grow: a message, a panel, a second line of buttons.
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    if (target.parentElement) observer.observe(target.parentElement);
    window.addEventListener("resize", look);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", look);
    };
  }, [target, least, below]);
  return { ref: setTarget, height };
}
