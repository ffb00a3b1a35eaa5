"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button";
import { cn } from "./class-names";

interface SheetProps {
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  side?: "left" | "right";
  size?: "narrow" | "wide";
  /** The title is read aloud but not shown; the content then has its own head and way to close. */
  isTitleHidden?: boolean;
  children: ReactNode;
}

/** A panel from the side: navigation on a phone, a document beside the sentence that cites it. */
export function Sheet({
  title,
  isOpen,
  onOpenChange,
  side = "right",
  size = "narrow",
  isTitleHidden,
  children,
}: SheetProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={cn(
            "fixed inset-y-0 z-50 flex flex-col bg-raised shadow-raised transition-transform",
            side === "left"
              ? "left-0 data-ending-style:-translate-x-full data-starting-style:-translate-x-full"
              : "right-0 data-ending-style:translate-x-full data-starting-style:translate-x-full",
            size === "wide" ? "w-full sm:w-[min(840px,92vw)]" : "w-[min(320px,88vw)]",
          )}
        >
          {isTitleHidden ? (
            <Base.Title className="sr-only">{title}</Base.Title>
          ) : (
            <header className="flex h-12 shrink-0 items-center gap-2 border-b border-subtle px-4">
              <Base.Title className="min-w-0 flex-1 truncate font-semibold">{title}</Base.Title>
              <Base.Close className={cn(buttonClass({ variant: "ghost", size: "icon" }), "-mr-2")} aria-label="Close">
                <X aria-hidden />
              </Base.Close>
            </header>
          )}
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
