"use client";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { placeBeside } from "./place-beside";
import { cameByTab } from "./tab-travel";

interface HoverCardProps {
  /** The link that the card belongs to. */
  children: ReactNode;
  card: ReactNode;
}

const openMs = 150;
const closeMs = 200;

/**
 * More about a link, on hover and when the Tab key leads to it. It stays while the pointer is on it, and Escape sends it away.
 * Focus that is given back (a pane was closed) opens nothing: the card would cover what the reader came back to.
 */
export function HoverCard({ children, card }: HoverCardProps) {
  const [isOpen, setIsOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const popup = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function soon(next: boolean) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsOpen(next), next ? openMs : closeMs);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  useLayoutEffect(() => {
    if (!isOpen || !popup.current || !anchor.current) return;
    popup.current.showPopover();
    placeBeside(popup.current, anchor.current, "bottom", "start");
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: globalThis.KeyboardEvent) => event.key === "Escape" && setIsOpen(false);
    const onScroll = (event: Event) => {
      if (!popup.current?.contains(event.target as Node)) setIsOpen(false);
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("scroll", onScroll, { capture: true, passive: true });
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("scroll", onScroll, { capture: true });
    };
  }, [isOpen]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the link inside takes focus and clicks; this only watches
    <span
      ref={anchor}
      className="inline"
      onPointerEnter={(event) => event.pointerType !== "touch" && soon(true)}
      onPointerLeave={() => soon(false)}
      onFocus={(event) => cameByTab() && event.target.matches(":focus-visible") && soon(true)}
      onBlur={() => soon(false)}
    >
      {children}
      {isOpen ? (
        <span
          ref={popup}
          popover="manual"
          className="inset-auto m-0 w-[min(380px,calc(100vw-24px))] flex-col gap-2 rounded-md bg-raised p-3 text-left text-base font-normal text-ink shadow-raised open:flex"
        >
          {card}
        </span>
      ) : null}
    </span>
  );
}
