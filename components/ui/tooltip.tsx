"use client";
import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";
import { Kbd } from "./kbd";

interface TooltipProps {
  label: string;
  shortcut?: string;
  side?: "top" | "right" | "bottom" | "left";
  /** The element that it describes; it needs its own accessible name when it has no text. */
  children: ReactElement<Record<string, unknown>>;
}

export function Tooltip({ label, shortcut, side = "bottom", children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger delay={400} render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="flex max-w-72 items-center gap-2 rounded-sm bg-ink px-2 py-1 text-xs text-inverse">
            {label}
            {shortcut ? <Kbd keys={shortcut} isInverse /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
