"use client";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { rowTop, rowWindow } from "./virtual-rows.logic";

/** So many rows cost nothing to draw, and drawn they are found by the browser's own search and by readers of the screen. */
const fewRows = 150;

interface VirtualRows {
  /** The element that scrolls. */
  room: RefObject<HTMLElement | null>;
  keys: readonly string[];
  /** Height of a row that has not been measured, in pixels. */
  estimate: (index: number) => number;
}

/**
 * Draws of a long list only what is in view; a short one is drawn whole. Rows have the height that they need: each is measured once it stands
 * (give `measure` as its ref) and its height is remembered by its key.
 */
export function useVirtualRows({ room, keys, estimate }: VirtualRows) {
  const measured = useRef(new Map<string, number>());
  const [version, setVersion] = useState(0);
  const [view, setView] = useState({ top: 0, height: 800 });

  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    look();
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [room]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` tells that a height was measured
  const heights = useMemo(
    () => keys.map((key, index) => measured.current.get(key) ?? estimate(index)),
    [keys, estimate, version],
  );

  const observer = useRef<ResizeObserver | null>(null);
  useLayoutEffect(() => () => observer.current?.disconnect(), []);
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    observer.current ??= new ResizeObserver((entries) => {
      let isNew = false;
      for (const { target, borderBoxSize } of entries) {
        const key = target.getAttribute("data-row");
        const height = borderBoxSize[0]?.blockSize ?? 0;
        if (!key || !target.isConnected || Math.abs((measured.current.get(key) ?? 0) - height) < 1) continue;
        measured.current.set(key, height);
        isNew = true;
      }
      if (isNew) setVersion((now) => now + 1);
    });
    const watching = observer.current;
    watching.observe(element);
    return () => watching.unobserve(element);
  }, []);

  const scrollTo = useCallback(
    (index: number) => {
      const element = room.current;
      const height = heights[index];
      if (!element || height === undefined) return;
      const top = rowTop(heights, index);
      if (top < element.scrollTop) element.scrollTop = top - 8;
      else if (top + height > element.scrollTop + element.clientHeight)
        element.scrollTop = top + height - element.clientHeight + 8;
    },
    [heights, room],
  );

  const drawn =
    keys.length <= fewRows ? { from: 0, to: keys.length, before: 0, after: 0 } : rowWindow(heights, view, 600);
  return { ...drawn, measure, scrollTo };
}
