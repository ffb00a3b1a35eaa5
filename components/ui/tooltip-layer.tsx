"use client";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Kbd } from "./kbd";
import { placeBeside, type Side } from "./place-beside";

const delayMs = 400;

/** Shows the tooltip of whatever is hovered or focused. One for the whole page: hundreds of icons cost one listener. */
export function TooltipLayer() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const popup = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function show(event: Event, waitMs: number) {
      const found = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-tooltip]") : null;
      clearTimeout(timer);
      if (found) timer = setTimeout(() => setAnchor(found.isConnected ? found : null), waitMs);
      else setAnchor(null);
    }
    function hide() {
      clearTimeout(timer);
      setAnchor(null);
    }
    const onOver = (event: PointerEvent) => event.pointerType !== "touch" && show(event, delayMs);
    const onFocus = (event: FocusEvent) =>
      event.target instanceof Element && event.target.matches(":focus-visible") && show(event, 0);
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && hide();
    document.addEventListener("pointerover", onOver);
    document.addEventListener("focusin", onFocus);
    document.addEventListener("focusout", hide);
    document.addEventListener("pointerdown", hide);
    document.addEventListener("keydown", onKey);
    document.addEventListener("scroll", hide, { capture: true, passive: true });
    return () => {
      hide();
      document.removeEventListener("pointerover", onOver);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("focusout", hide);
      document.removeEventListener("pointerdown", hide);
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("scroll", hide, { capture: true });
    };
  }, []);

  useLayoutEffect(() => {
    if (!anchor || !popup.current) return;
    popup.current.showPopover();
    placeBeside(popup.current, anchor, (anchor.dataset.tooltipSide as Side | undefined) ?? "bottom");
  }, [anchor]);

  if (!anchor) return null;
  const keys = anchor.dataset.tooltipKeys;
  return (
    <div
      ref={popup}
      popover="manual"
      role="tooltip"
      className="pointer-events-none inset-auto m-0 max-w-72 items-center gap-2 rounded-sm bg-ink px-2 py-1 text-xs text-inverse open:flex"
    >
      {anchor.dataset.tooltip}
      {keys ? <Kbd keys={keys} isInverse /> : null}
    </div>
  );
}
