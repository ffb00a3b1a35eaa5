"use client";
import { type RefObject, useLayoutEffect, useState } from "react";

/** How much of the window is left below the top of the element, at least `least` pixels: for panes that scroll on their own. */
export function useRemainingHeight(element: RefObject<HTMLElement | null>, least: number, below = 20): number {
  const [height, setHeight] = useState(least);
  useLayoutEffect(() => {
    const target = element.current;
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
  }, [element, least, below]);
  return height;
}
