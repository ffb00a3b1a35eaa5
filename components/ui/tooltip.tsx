import { cloneElement, type ReactElement } from "react";
import type { Side } from "./place-beside";

interface TooltipProps {
  label: string;
  shortcut?: string;
  side?: Side;
  /** One element; it needs its own accessible name when it has no text, for the tooltip is only seen. */
  children: ReactElement<Record<string, unknown>>;
}

/** Marks the element; the one TooltipLayer of the page shows the words on hover and on focus. */
export function Tooltip({ label, shortcut, side, children }: TooltipProps) {
  return cloneElement(children, {
    "data-tooltip": label,
    "data-tooltip-keys": shortcut,
    "data-tooltip-side": side,
  });
}
