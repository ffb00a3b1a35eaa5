import type { PointerEvent as ReactPointerEvent } from "react";

/** How far a mouse goes before a press is a drag; how long a finger rests before it is no scrolling. */
const slackPx = 6;
const restMs = 260;

interface Point {
  x: number;
  y: number;
}

interface Carrying {
  /** The press is a drag; false when there is nothing to carry. */
  onBegin: () => boolean;
  onMove: (at: Point) => void;
  /** Before each picture that is drawn while something is carried. */
  onFrame: () => void;
  onEnd: (isKept: boolean) => void;
}

/** Follows a press on a card until it is let go: a mouse carries it once it has moved, a finger once it has rested. */
export function trackPress(press: ReactPointerEvent, { onBegin, onMove, onFrame, onEnd }: Carrying) {
  const start = { x: press.clientX, y: press.clientY };
  const isTouch = press.pointerType === "touch";
  const leaving = new AbortController();
  const { signal } = leaving;
  let isCarrying = false;
  let frame = 0;
  const rest = isTouch ? setTimeout(begin, restMs) : undefined;

  function begin() {
    if (!onBegin()) return leave();
    isCarrying = true;
    frame = requestAnimationFrame(everyFrame);
  }
  function everyFrame() {
    onFrame();
    frame = requestAnimationFrame(everyFrame);
  }
  function leave() {
    clearTimeout(rest);
    cancelAnimationFrame(frame);
    leaving.abort();
  }
  function end(isKept: boolean) {
    if (isCarrying) onEnd(isKept);
    leave();
  }
  function move(event: PointerEvent) {
    const at = { x: event.clientX, y: event.clientY };
    if (!isCarrying) {
      const isFar = Math.hypot(at.x - start.x, at.y - start.y) > slackPx;
      // A finger that moves before it has rested scrolls.
      if (isFar && isTouch) return leave();
      if (!isFar) return;
      begin();
    }
    if (isCarrying) onMove(at);
  }
  function putBack(event: KeyboardEvent) {
    if (event.key !== "Escape" || !isCarrying) return;
    event.preventDefault();
    end(false);
  }

  window.addEventListener("pointermove", move, { signal });
  // While a finger carries a card the page must not scroll under it.
  window.addEventListener("touchmove", (event) => isCarrying && event.preventDefault(), { signal, passive: false });
  window.addEventListener("pointerup", () => end(true), { signal });
  window.addEventListener("pointercancel", () => end(false), { signal });
  window.addEventListener("keydown", putBack, { signal });
}
